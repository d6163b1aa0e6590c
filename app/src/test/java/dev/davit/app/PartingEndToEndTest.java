package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Client;
import dev.davit.app.support.Samples;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.drive.DriveItems;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Clouds that are left with documents in them, over HTTP, with everything of ours real. */
@Tag("long")
class PartingEndToEndTest extends PartingBench {
  @Test
  void move_fromCloudToCloud_andHomeInTheEnd_keepsIdsAndBytes() {
    GoogleAccount drive = google.account("mona@gmail.example", "other.txt");
    MicrosoftAccount oneDrive = microsoft.account("mona@outlook.example", "other.txt");
    Client mona = house.user("mona");
    String first = connectDrive(mona, drive);
    String[] documents = store(mona);

    microsoft.connect(mona, oneDrive);
    String second = go(mona, first, "onedrive");
    assertThere(mona, documents, "onedrive");
    assertThat(google.grants(drive)).isZero();
    assertThat(google.sha256(drive, "other.txt")).hasSize(1);
    assertThat(microsoft.sha256(oneDrive, name(2))).containsExactly(sha256(2));

    connectNextcloud(mona);
    String third = go(mona, second, "nextcloud");
    assertThere(mona, documents, "nextcloud");
    assertThat(microsoft.sha256(oneDrive, name(2))).isEmpty();
    assertThat(microsoft.sha256(oneDrive, "other.txt")).hasSize(1);
    assertThat(nextcloud.files("mona-id").resolve(name(1))).hasBinaryContent(Samples.bytes(1000));

    house.connect(mona);
    String fourth = go(mona, third, "webdav");
    assertThere(mona, documents, "webdav");
    assertThat(nextcloud.files("mona-id").resolve(name(1))).doesNotExist();
    assertThat(house.foreign().folder().resolve(name(1))).hasBinaryContent(Samples.bytes(1000));

    leave(mona, fourth, "move");
    assertThere(mona, documents, "local");
    assertThat(house.foreign().folder().resolve(name(1))).doesNotExist();
    assertThat(mona.get("/api/cloud/connections").expect(200).json().path("items")).isEmpty();
  }

  @Test
  void keepAndDelete_areOfferedWithTheNumber_andDoWhatTheySay() {
    GoogleAccount drive = google.account("kay@gmail.example", "other.txt");
    Client kay = house.user("kay");
    String connection = connectDrive(kay, drive);
    String[] documents = store(kay);

    Answer refused = kay.delete(CONNECTIONS + connection).expectProblem(409, "conflict");
    assertThat(refused.json().path("documents").asInt()).isEqualTo(documents.length);
    kay.delete(CONNECTIONS + connection + "?documents=shred").expectProblem(400, "invalid-request");
    leave(kay, connection, "keep");
    assertNoDocument(kay, documents);
    assertThat(google.sha256(drive, name(1))).containsExactly(sha256(1));

    String again = connectDrive(kay, drive);
    assertNoDocument(kay, documents);
    String own = kay.store("own.bin", Samples.bytes(10)).expect(201).header("Location");
    leave(kay, again, "delete");
    assertNoDocument(kay, own);
    assertInTheBin(drive, "own.bin");
    assertThat(google.sha256(drive, name(1))).containsExactly(sha256(1));
    assertThat(google.grants(drive)).isZero();
  }

  @Test
  void move_whereTheGrantIsDead_keepsTheConnection_untilItIsConnectedAgain() {
    GoogleAccount drive = google.account("rita@gmail.example", "other.txt");
    Client rita = house.user("rita");
    String connection = connectDrive(rita, drive);
    String[] documents = store(rita);
    google.revoke(drive);
    google.expireAccessTokens();

    rita.delete(CONNECTIONS + connection + "?documents=move").expect(202);
    assertKept(rita, connection);
    rita.get(documents[1] + "/content").expectProblem(409, "reauth-required");
    rita.delete(CONNECTIONS + connection + "?documents=move").expectProblem(409, "reauth-required");

    google.reconnect(rita, connection, drive);
    leave(rita, connection, "move");
    assertThere(rita, documents, "local");
    assertInTheBin(drive, name(1));
  }

  @Test
  void move_toACloudThatIsFull_losesNothing() {
    GoogleAccount drive = google.account("finn@gmail.example", "other.txt");
    MicrosoftAccount full = microsoft.account("finn@outlook.example", "other.txt");
    Client finn = house.user("finn");
    String connection = connectDrive(finn, drive);
    String[] documents = store(finn);
    microsoft.connect(finn, full);
    choose(finn, "onedrive");
    microsoft.graph().items().quota(full, 100_000);

    finn.delete(CONNECTIONS + connection + "?documents=move").expect(202);
    assertKept(finn, connection);

    assertThat(finn.get(documents[1]).expect(200).text("provider")).isEqualTo("onedrive");
    assertThat(finn.get(documents[2]).expect(200).text("provider")).isEqualTo("google_drive");
    byte[] bytes = finn.get(documents[2] + "/content").expect(200).bytes();
    assertThat(Samples.sha256(bytes)).isEqualTo(sha256(2));
    microsoft.graph().items().quota(full, 1L << 30);
    leave(finn, connection, "move");
    assertThere(finn, documents, "onedrive");
  }

  private static void assertInTheBin(GoogleAccount account, String file) {
    DriveItems items = google.drive().items();
    assertThat(items.named(items.root(account.email()), file))
        .singleElement()
        .matches(items::isTrashed);
  }
}

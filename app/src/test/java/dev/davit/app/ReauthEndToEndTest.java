package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Canary;
import dev.davit.app.support.Client;
import dev.davit.app.support.House;
import dev.davit.app.support.Samples;
import dev.davit.app.support.Trees;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when somebody changes the password at the server. */
class ReauthEndToEndTest {
  private static final String CHANGED = "Wellensittich/9+ü€ %&";

  @TempDir Path place;
  private House house;
  private Client ada;
  private String connection;

  @BeforeEach
  void open() {
    house = House.open(place);
    ada = house.user("ada");
    connection = house.connect(ada);
    ada.patch("/api/users/me/default-storage", Map.of("provider", "webdav")).expect(200);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void passwordChangedAtTheServer_isSaidAndMendedByConnectingAgain() {
    String document = ada.store("kept.bin", Samples.bytes(10)).expect(201).header("Location");
    house.foreign().login(House.DAV_USER, CHANGED);

    refused(ada.get("/api/cloud/folders/webdav/root?refresh=true"));
    assertThat(status()).isEqualTo("REQUIRES_REAUTH");
    long before = house.foreign().requests();
    refused(ada.store("refused.bin", Samples.bytes(10)));
    refused(ada.get(document + "/content"));
    assertThat(house.foreign().requests()).as("no further call with it").isEqualTo(before);
    assertThat(ada.get(document).expect(200).text("state")).isEqualTo("READY");

    Answer again = ada.connect(house.foreign().address(), House.DAV_USER, CHANGED).expect(201);
    assertThat(again.text("id")).isEqualTo(connection);
    assertThat(status()).isEqualTo("ACTIVE");
    assertThat(ada.get(document + "/content").expect(200).bytes()).isEqualTo(Samples.bytes(10));
    assertThat(house.database().rows("connections")).isEqualTo(1);
    assertThat(house.database().rows("credentials")).isEqualTo(1);
    assertThat(Canary.found(house.database().bytes(), CHANGED, House.DAV_PASSWORD)).isEmpty();
    assertThat(Canary.found(house.logs().text(), CHANGED, House.DAV_PASSWORD)).isEmpty();
  }

  @Test
  void uploadThatIsRefused_leavesNothing() {
    house.foreign().login(House.DAV_USER, CHANGED);

    refused(ada.store("refused.bin", Samples.bytes(100_000)));

    assertThat(ada.get("/api/documents").expect(200).json().path("items")).isEmpty();
    assertThat(Trees.files(house.foreign().folder())).isEmpty();
  }

  @Test
  void check_findsOut() {
    house.foreign().login(House.DAV_USER, CHANGED);

    Answer checked = ada.post("/api/cloud/connections/" + connection + "/check").expect(200);

    assertThat(checked.text("status")).isEqualTo("REQUIRES_REAUTH");
    assertThat(checked.text("status_reason")).isNotBlank();
  }

  @Test
  void wrongPasswordWhenConnectingAgain_changesNothing() {
    ada.connect(house.foreign().address(), House.DAV_USER, "wrong")
        .expectProblem(422, "credentials-refused");

    assertThat(status()).isEqualTo("ACTIVE");
    ada.get("/api/cloud/folders/webdav/root?refresh=true").expect(200);
  }

  private void refused(Answer answer) {
    answer.expectProblem(409, "reauth-required");
    assertThat(answer.text("connection_id")).isEqualTo(connection);
  }

  private String status() {
    return ada.get("/api/cloud/connections/" + connection).expect(200).text("status");
  }
}

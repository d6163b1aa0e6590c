package dev.davit.emulator.google.drive;

import static dev.davit.emulator.google.drive.Api.FILES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.emulator.Fault;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong on demand. */
class DriveFaultsTest {
  private final DriveEmulator drive = new DriveEmulator();
  @TempDir Path dir;
  private GoogleEmulator google;
  private Api api;
  private String id;

  @BeforeEach
  void start() {
    google = Api.start(dir, drive);
    GoogleAccount ada = google.addAccount("ada@example.org");
    api = Api.of(google, ada, "drive");
    id = drive.items().addFile(drive.items().root(ada.email()), "a", "text/plain", new byte[99]);
  }

  @AfterEach
  void stop() {
    google.close();
  }

  @Test
  void limits_areToldApart() {
    google.faults().inject(DriveFaults.userRateLimitExceeded().at(FILES));
    google.faults().inject(DriveFaults.storageQuotaExceeded().at(FILES));
    google.faults().inject(DriveFaults.tooManyRequests().at(FILES));
    Api.Answer rate = api.get(FILES);
    assertThat(rate.status()).isEqualTo(403);
    assertThat(rate.reason()).isEqualTo("userRateLimitExceeded");
    assertThat(rate.text()).contains("\"domain\":\"usageLimits\"");
    assertThat(api.get(FILES).reason()).isEqualTo("storageQuotaExceeded");
    assertThat(api.get(FILES).status()).isEqualTo(429);
    assertThat(api.get(FILES).status()).isEqualTo(200);
  }

  @Test
  void truncated_isCutInTheMiddle() {
    google.faults().inject(Fault.truncated(10).at("alt=media"));
    assertThatThrownBy(() -> api.get(FILES + "/" + id + "?alt=media"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void lostCreate_isDoneAllTheSame_andTheIdTells() {
    String fresh =
        api.get(FILES + "/generateIds?count=1").text().replaceAll("(?s).*\\[\"|\"].*", "");
    String body = "{\"id\":\"" + fresh + "\"}";
    google.faults().inject(Fault.lost().on("POST"));
    assertThatThrownBy(() -> api.json("POST", FILES, body))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(api.json("POST", FILES, body).reason()).isEqualTo("fileIdInUse");
  }

  @Test
  void control_doesTheSameForPeople() {
    assertThat(command("drive-rate-limit")).isEqualTo(200);
    assertThat(api.get(FILES).reason()).isEqualTo("rateLimitExceeded");
    command("drive-empty-pages?count=1");
    assertThat(api.get(FILES).json()).containsKey("nextPageToken");
    command("drive-limit?email=ada@example.org&bytes=99");
    assertThat(api.json("POST", FILES + "/" + id + "/copy", "{}").reason())
        .isEqualTo("storageQuotaExceeded");
    command("drive-undownloadable?on=true&id=" + id);
    assertThat(api.get(FILES + "/" + id + "?alt=media").reason()).isEqualTo("cannotDownloadFile");
    command("drive-error-inside");
    assertThat(api.get(FILES).json()).containsOnlyKeys("error");
    command("drive-incomplete-search?on=true");
    command("clear");
    assertThat(api.get(FILES).string("incompleteSearch")).isEqualTo("false");
    assertThat(command("drive-limit")).isEqualTo(400);
  }

  private int command(String command) {
    return api.anonymous().send("POST", "/emulator/" + command, new byte[0]).status();
  }

  @Test
  void content_isRemovedInTheEnd() {
    Path content = drive.items().content(id);
    assertThat(content).exists();
    google.close();
    assertThat(Files.exists(content)).isFalse();
    google.close();
  }
}

package dev.davit.emulator.google.drive;

import static dev.davit.emulator.google.drive.Api.FILES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Metadata, content, exports and shortcuts (guides/manage-downloads, guides/shortcuts). */
class FilesReadTest extends DriveBench {
  private static final String DOCUMENT = "application/vnd.google-apps.document";
  private static final String SHORTCUT = "application/vnd.google-apps.shortcut";

  private static String digits;

  @BeforeAll
  static void fill() {
    digits = drive.items().addFile(root, "digits", "text/plain", bytes("0123456789"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void file_hasSizesAsTexts_hashesAndItsPlace() {
    Api.Answer answer = api.get(FILES + "/" + digits + "?fields=*");
    assertThat(answer.json())
        .containsEntry("kind", "drive#file")
        .containsEntry("size", "10")
        .containsEntry("md5Checksum", "781e5e245d69b566979b86e28d23f2c7")
        .containsEntry("parents", List.of(root))
        .containsEntry("ownedByMe", true)
        .containsEntry("trashed", false)
        .containsKeys("headRevisionId", "webViewLink", "sha256Checksum", "version");
    assertThat(answer.json()).doesNotContainKey("driveId");
    assertThat(api.get(FILES + "/root?fields=id").string("id")).isEqualTo(root);
  }

  @Test
  void document_hasNoSizeAndNoHash() {
    String id = drive.items().addDocument(root, "notes", DOCUMENT, bytes("words"));
    Api.Answer answer = api.get(FILES + "/" + id + "?fields=*");
    assertThat(answer.json()).doesNotContainKeys("size", "md5Checksum", "headRevisionId");
    Api.Answer export =
        api.get(FILES + "/" + id + "/export?mimeType=text/plain", "Range", "bytes=0-1");
    assertThat(export.status()).isEqualTo(200);
    assertThat(export.text()).isEqualTo("words");
    assertThat(export.header("Content-Type")).startsWith("text/plain");
  }

  @Test
  void media_comesWhole_orInPart() {
    Api.Answer whole = api.get(FILES + "/" + digits + "?alt=media");
    assertThat(whole.text()).isEqualTo("0123456789");
    assertThat(part("bytes=2-4")).isEqualTo("206 bytes 2-4/10 234");
    assertThat(part("bytes=8-99")).isEqualTo("206 bytes 8-9/10 89");
    assertThat(part("bytes=-3")).isEqualTo("206 bytes 7-9/10 789");
    assertThat(part("bytes=9-")).isEqualTo("206 bytes 9-9/10 9");
    assertThat(part("lines=1-2")).isEqualTo("200  0123456789");
  }

  private static String part(String range) {
    Api.Answer answer = api.get("/download" + FILES + "/" + digits + "?alt=media", "Range", range);
    return answer.status() + " " + answer.header("Content-Range") + " " + answer.text();
  }

  @Test
  void media_ofAnEmptyFile_isNothing() {
    String id = drive.items().addFile(root, "empty", "text/plain", new byte[0]);
    Api.Answer answer = api.get(FILES + "/" + id + "?alt=media");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEmpty();
  }

  @Test
  void malware_isForItsOwner_whoSaysSo() {
    String id = drive.items().addFile(root, "virus", "text/plain", bytes("x"));
    drive.items().abusive(id, true);
    Api.Answer answer = api.get(FILES + "/" + id + "?alt=media&acknowledgeAbuse=true");
    assertThat(answer.text()).isEqualTo("x");
  }

  @Test
  void capabilities_sayWhatMayBeDone() {
    String id = drive.items().addFile(root, "locked", "text/plain", bytes("x"));
    drive.items().undownloadable(id, true);
    Api.Answer answer = api.get(FILES + "/" + id + "?fields=capabilities(canDownload,canEdit)");
    assertThat(answer.json().get("capabilities"))
        .isEqualTo(Map.of("canDownload", false, "canEdit", true));
  }

  @Test
  void shortcut_saysItsTarget_whichMayBeGone() {
    String target = drive.items().addFile(root, "target", "text/plain", bytes("x"));
    String made =
        api.json(
                "POST",
                FILES,
                "{\"mimeType\":\"%s\",\"shortcutDetails\":{\"targetId\":\"%s\"}}"
                    .formatted(SHORTCUT, target))
            .string("id");
    drive.items().remove(target);
    Api.Answer answer = api.get(FILES + "/" + made + "?fields=shortcutDetails,size,mimeType");
    assertThat(answer.json().get("shortcutDetails"))
        .isEqualTo(Map.of("targetId", target, "targetMimeType", "text/plain"));
    assertThat(answer.json()).doesNotContainKey("size");
    assertThat(api.get(FILES + "/" + target).status()).isEqualTo(404);
    assertThat(api.get(FILES + "/" + made + "?alt=media").reason())
        .isEqualTo("fileNotDownloadable");
  }

  @Test
  void shortcuts_mayLoop() {
    String folder = drive.items().addFolder(root, "loop");
    String shortcut =
        drive.items().addShortcut(folder, "up", folder, "application/vnd.google-apps.folder");
    assertThat(api.find("'" + folder + "' in parents").files("id")).containsExactly(shortcut);
  }

  @Test
  void sharedDrive_isThereForWhoKnowsOfIt() {
    String team = drive.items().addSharedDrive("team", Map.of(ada.email(), "reader"));
    String id = drive.items().addFile(team, "plan", "text/plain", bytes("x"));
    Api.Answer answer = api.get(FILES + "/" + id + "?supportsAllDrives=true&fields=*");
    assertThat(answer.json()).containsEntry("driveId", team).doesNotContainKey("ownedByMe");
    assertThat(answer.text()).contains("\"canEdit\":false");
    Api.Answer top = api.get(FILES + "/" + team + "?supportsAllDrives=true");
    assertThat(top.string("id")).isEqualTo(team);
  }

  @Test
  void sharedFile_hasNoParentsThatItsReaderMayNotSee() {
    String others = drive.items().root(google.addAccount("bob@example.org").email());
    String id = drive.items().addFile(others, "given", "text/plain", bytes("x"));
    drive.items().share(id, ada.email(), "reader");
    Api.Answer answer = api.get(FILES + "/" + id + "?fields=*");
    assertThat(answer.json()).doesNotContainKey("parents").containsEntry("ownedByMe", false);
  }
}

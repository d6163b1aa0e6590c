package dev.davit.emulator.google.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Changes, shared drives and the account itself (guides/manage-changes). */
class ChangesTest extends DriveBench {
  private static final String CHANGES = "/drive/v3/changes";

  private static String file(String parent) {
    return drive.items().addFile(parent, "file", "text/plain", new byte[3]);
  }

  private static String now() {
    return api.get(CHANGES + "/startPageToken").string("startPageToken");
  }

  private static List<String> changes(Api.Answer answer, String field) {
    return answer.list("changes").stream()
        .map(change -> String.valueOf(((Map<?, ?>) change).get(field)))
        .toList();
  }

  @Test
  void changes_comeInOrder_theLastOfEachFileOnly() {
    String start = now();
    String first = file(root);
    String second = file(root);
    drive.items().rename(first, "renamed");
    Api.Answer answer = api.get(CHANGES + "?pageToken=" + start);
    assertThat(changes(answer, "fileId")).containsExactly(second, first);
    assertThat(changes(answer, "removed")).containsOnly("false");
    assertThat(answer.json()).doesNotContainKey("nextPageToken");
    String next = answer.string("newStartPageToken");
    assertThat(changes(api.get(CHANGES + "?pageToken=" + next), "fileId")).isEmpty();
  }

  @Test
  void removed_isSaid_unlessItIsLeftOut() {
    String id = file(root);
    String start = now();
    drive.items().remove(id);
    Api.Answer answer = api.get(CHANGES + "?pageToken=" + start);
    assertThat(changes(answer, "removed")).containsExactly("true");
    assertThat(changes(answer, "file")).containsExactly("null");
    Api.Answer without = api.get(CHANGES + "?includeRemoved=false&pageToken=" + start);
    assertThat(changes(without, "fileId")).isEmpty();
  }

  @Test
  void pages_goOn() {
    String start = now();
    file(root);
    file(root);
    file(root);
    Api.Answer page = api.get(CHANGES + "?pageSize=2&pageToken=" + start);
    assertThat(changes(page, "fileId")).hasSize(2);
    assertThat(page.json()).doesNotContainKey("newStartPageToken");
    Api.Answer last = api.get(CHANGES + "?pageSize=2&pageToken=" + page.string("nextPageToken"));
    assertThat(changes(last, "fileId")).hasSize(1);
    assertThat(last.json()).containsKey("newStartPageToken");
  }

  @Test
  void othersChanges_areNotTold_thoseOfDrivesOnlyWhenAskedFor() {
    String others = drive.items().root(google.addAccount("bob@example.org").email());
    String team = drive.items().addSharedDrive("team", Map.of(ada.email(), "reader"));
    String start = now();
    file(others);
    String inside = file(team);
    String all = "&supportsAllDrives=true&includeItemsFromAllDrives=true";
    assertThat(changes(api.get(CHANGES + "?pageToken=" + start), "fileId")).isEmpty();
    assertThat(changes(api.get(CHANGES + "?pageToken=" + start + all), "fileId"))
        .containsExactly(inside);
    String mine = "&restrictToMyDrive=true";
    assertThat(changes(api.get(CHANGES + "?pageToken=" + start + all + mine), "fileId")).isEmpty();
  }

  @Test
  void drives_comeInPages() {
    for (int i = 0; i < 3; i++) {
      drive.items().addSharedDrive("drive " + i, Map.of(ada.email(), "reader"));
    }
    Api.Answer page = api.get("/drive/v3/drives?pageSize=2");
    assertThat(page.list("drives")).hasSize(2);
    String token = Api.encoded(page.string("nextPageToken"));
    Api.Answer rest = api.get("/drive/v3/drives?pageSize=100&pageToken=" + token);
    assertThat(rest.json()).doesNotContainKey("nextPageToken");
    Map<?, ?> drive = (Map<?, ?>) rest.list("drives").get(0);
    Api.Answer got = api.get("/drive/v3/drives/" + drive.get("id") + "?fields=*");
    assertThat(got.json()).containsEntry("kind", "drive#drive").containsKey("capabilities");
  }

  @Test
  void about_saysOnlyALimitThatThereIs() {
    String about = "/drive/v3/about?fields=storageQuota,user(emailAddress)";
    Map<?, ?> unlimited = api.get(about).object("storageQuota");
    assertThat(unlimited.containsKey("limit")).isFalse();
    String id = file(root);
    drive.items().trash(id, true);
    drive.items().limit(ada.email(), OptionalLong.of(100));
    Map<?, ?> limited = api.get(about).object("storageQuota");
    drive.items().limit(ada.email(), OptionalLong.empty());
    assertThat(limited.get("limit")).isEqualTo("100");
    assertThat(limited.get("usageInDriveTrash")).isEqualTo("3");
    assertThat(api.get(about).json().get("user")).isEqualTo(Map.of("emailAddress", ada.email()));
    assertThat(api.get("/drive/v3/about?fields=exportFormats").text()).contains("text/csv");
  }
}

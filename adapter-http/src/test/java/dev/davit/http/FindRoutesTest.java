package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Searching, changes and copies, over HTTP. */
class FindRoutesTest {
  private final World world = new World();
  private final Client ann = world.nobody().login(World.ANN);
  private String connection = "";

  @BeforeEach
  void connect() {
    connection = "/api/cloud/connections/" + world.connect(ann);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void put(String name) {
    ann.upload(connection + "/files/root/upload?name=" + name, new byte[3]).is(201);
  }

  @Test
  void search_inPages_findsEveryMatchOnce() {
    for (int i = 0; i < 12; i++) {
      put("report" + i);
    }
    put("other");
    Set<Object> names = new HashSet<>();
    String next = "";
    do {
      Reply page = ann.get(connection + "/search?q=REPORT&limit=5" + next).is(200);
      assertThat(page.json()).containsKey("connection_id");
      page.items().forEach(item -> assertThat(names.add(item.get("name"))).isTrue());
      next =
          page.json().containsKey("next_page_token")
              ? "&page_token=" + page.get("next_page_token")
              : "";
    } while (!next.isEmpty());
    assertThat(names).hasSize(12).doesNotContain("other");
  }

  @Test
  void search_withoutWords_namesTheField() {
    Reply refused = ann.get(connection + "/search").is(ProblemType.INVALID_REQUEST);
    assertThat(refused.get("field")).isEqualTo("q");
    assertThat(ann.get(connection + "/search?q=+").is(ProblemType.INVALID_REQUEST).get("field"))
        .isEqualTo("q");
  }

  @Test
  void changes_sinceNow_nameEntriesAndThoseThatAreGone() {
    Reply now = ann.get(connection + "/changes").is(200);
    assertThat(now.json()).containsEntry("more", false);
    assertThat(now.items()).isEmpty();
    put("a");
    put("b");
    String gone = String.valueOf(items("/search?q=b").items().get(0).get("id"));
    ann.delete(connection + "/files/" + gone).is(204);

    Reply page = items("/changes?page_token=" + now.get("next_page_token"));

    assertThat(page.text()).contains("\"name\":\"a\"").contains("{\"id\":\"" + gone + "\"}");
    assertThat(items("/changes?page_token=" + page.get("next_page_token")).items()).isEmpty();
  }

  private Reply items(String path) {
    return ann.get(connection + path).is(200);
  }

  @Test
  void copy_keepsTheNameUnlessToldAndSaysWhereItIs() {
    put("a.txt");
    String file = String.valueOf(items("/files/root/children").items().get(0).get("id"));
    String copy = connection + "/files/" + file + "/copy";

    ann.post(copy, "{'folder_id':'root'}").is(ProblemType.CONFLICT);
    Reply renamed = ann.post(copy, "{'folder_id':'root','conflict':'rename'}").is(201);
    Reply named = ann.post(copy, "{'folder_id':'root','name':'b.txt'}").is(201);

    assertThat(renamed.get("name")).isNotEqualTo("a.txt");
    assertThat(named.get("name")).isEqualTo("b.txt");
    assertThat(ann.get(named.header("Location")).is(200).json()).isEqualTo(named.json());
    assertThat(items("/files/root/children").items()).hasSize(3);
  }

  @Test
  void W2_connectionOfAnother_isNotThere() {
    Client bob = world.nobody().login(World.BOB);
    bob.get(connection + "/search?q=a").is(ProblemType.NOT_FOUND);
    bob.get(connection + "/changes").is(ProblemType.NOT_FOUND);
  }
}

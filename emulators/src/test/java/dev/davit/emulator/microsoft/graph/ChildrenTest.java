package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChildrenTest extends GraphBench {
  private static String filled(String name, int count) {
    String folder = folder(name);
    items().addFiles(folder, "f", count, bytes("x"));
    return folder;
  }

  private static List<String> all(String first) {
    List<String> names = new ArrayList<>();
    for (String page = first; !page.isEmpty(); ) {
      Answer answer = ada().get(page);
      names.addAll(answer.items("name"));
      page = answer.next();
    }
    return names;
  }

  private static String list(String folder, int top) {
    return item(folder) + "/children?$top=" + top + "&$select=id,name";
  }

  @Test
  void list_comesInPages_byName() {
    String folder = filled("pages", 7);
    assertThat(all(list(folder, 3))).hasSize(7).isSorted();
    assertThat(all(list(folder, 7))).hasSize(7);
    Answer first = ada().get(list(folder, 3));
    assertThat(first.text("@odata.nextLink"))
        .startsWith(microsoft.url().toString())
        .contains("$select=id,name");
  }

  @Test
  void list_hasTwoHundredUnlessAskedForAnotherNumber() {
    String folder = filled("two hundred", 201);
    assertThat(ada().get(item(folder) + "/children").items("name")).hasSize(200);
  }

  @Test
  void list_byPath() {
    filled("by path", 2);
    assertThat(ada().get(ME + "/root:/By%20Path:/children").items("name"))
        .containsExactly("f000000", "f000001");
  }

  @Test
  void orderBy_name_downwardsAndBySize() {
    String folder = filled("order", 3);
    assertThat(all(list(folder, 2) + "&$orderby=name%20desc"))
        .containsExactly("f000002", "f000001", "f000000");
    items().write(items().named(folder, "f000001").orElseThrow(), bytes("much longer"));
    assertThat(all(list(folder, 2) + "&$orderby=size%20desc").get(0)).isEqualTo("f000001");
  }

  @Test
  void renamed_whileSomebodyPages_comesTwiceOrNever() {
    String folder = filled("live", 6);
    Answer first = ada().get(list(folder, 3));
    items().rename(items().named(folder, "f000000").orElseThrow(), "z");
    items().rename(items().named(folder, "f000005").orElseThrow(), "a");
    List<String> rest = all(first.next());
    assertThat(rest).containsExactly("f000003", "f000004", "z");
  }

  @Test
  void emptyPage_hasANextOne() {
    String folder = filled("empty", 2);
    graph.faults().emptyPages(1);
    Answer first = ada().get(list(folder, 5));
    assertThat(first.items("name")).isEmpty();
    assertThat(ada().get(first.next()).items("name")).hasSize(2);
  }

  @Test
  void page_canRepeatAndSkip() {
    String folder = filled("repeats", 6);
    Answer first = ada().get(list(folder, 2));
    graph.faults().repeatItems(1);
    Answer second = ada().get(first.next());
    assertThat(second.items("name")).containsExactly("f000001", "f000002");
    graph.faults().skipItems(1);
    assertThat(ada().get(second.next()).items("name")).containsExactly("f000004", "f000005");
  }

  @Test
  void thousands_comeEachOnce() {
    assertThat(all(list(filled("thousands", 3000), 1000))).hasSize(3000).doesNotHaveDuplicates();
  }

  @Test
  @Tag("long")
  void hundredThousand_comeEachOnce() {
    assertThat(all(list(filled("many", 100_000), 1000))).hasSize(100_000).doesNotHaveDuplicates();
  }
}

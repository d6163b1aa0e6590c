package dev.davit.emulator.microsoft.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeltaTest extends GraphBench {
  private static final String DELTA = ME + "/root/delta";

  /** What was told, by id, the last of each; and where to go on. */
  private record Told(Map<String, Map<String, Object>> items, String delta) {}

  private static Told follow(Caller who, String first) {
    Map<String, Map<String, Object>> told = new LinkedHashMap<>();
    Answer answer = who.get(first);
    take(answer, told);
    while (!answer.next().isEmpty()) {
      answer = who.get(answer.next());
      take(answer, told);
    }
    return new Told(told, answer.delta());
  }

  private static void take(Answer answer, Map<String, Map<String, Object>> told) {
    answer.values().forEach(item -> told.put(String.valueOf(item.get("id")), item));
  }

  @Test
  void delta_tellsEverythingFirst_thenWhatHasChanged() {
    String folder = folder("delta");
    String file = items().addFile(folder, "a.txt", bytes("x"));
    String gone = items().addFile(folder, "gone.txt", bytes("x"));
    items().remove(items().addFile(folder, "before.txt", bytes("x")));
    Told all = follow(ada(), DELTA + "?$top=2");
    assertThat(all.items()).containsKeys(items().root(ada), folder, file, gone);
    assertThat(all.items().values()).noneMatch(item -> item.containsKey("deleted"));
    assertThat(follow(ada(), all.delta()).items()).isEmpty();

    items().rename(file, "b.txt");
    items().rename(file, "c.txt");
    items().remove(gone);
    Told changes = follow(ada(), all.delta());
    assertThat(changes.items().getOrDefault(file, Map.of()).get("name")).isEqualTo("c.txt");
    assertThat(changes.items().get(gone)).containsKey("deleted").doesNotContainKey("size");
    assertThat(changes.items()).containsKey(folder);
    assertThat(follow(ada(), changes.delta()).items()).isEmpty();
  }

  @Test
  void deltaExcludeParent_leavesTheFoldersOut() {
    String file = items().addFile(folder("excluded"), "a.txt", bytes("x"));
    String latest = ada().get(DELTA + "?token=latest").delta();
    items().rename(file, "b.txt");
    assertThat(ada().get(latest, "deltaExcludeParent", "true").items("id")).containsExactly(file);
  }

  @Test
  void latest_isEmpty_andGoesOnFromNow() {
    Answer latest = ada().get(DELTA + "?token=latest");
    assertThat(latest.values()).isEmpty();
    String file = items().addFile(items().root(ada), "after.txt", bytes("x"));
    assertThat(ada().get(latest.delta()).items("id")).contains(file);
  }

  @Test
  void delta_bringsWhatAListHasSkipped() {
    String folder = folder("skipped");
    items().addFiles(folder, "f", 4, bytes("x"));
    String before = ada().get(DELTA + "?token=latest").delta();
    Answer first = ada().get(item(folder) + "/children?$top=2");
    String late = items().named(folder, "f000003").orElseThrow();
    items().rename(late, "a");
    Answer second = ada().get(first.next());
    assertThat(first.items("id")).doesNotContain(late);
    assertThat(second.items("id")).doesNotContain(late);
    assertThat(ada().get(before).items("id")).contains(late);
  }

  @Test
  void folderThatIsDeleted_isToldWithAllBelow() {
    String folder = folder("deleted");
    String file = items().addFile(folder, "a.txt", bytes("x"));
    String latest = ada().get(DELTA + "?token=latest").delta();
    items().trash(folder);
    assertThat(ada().get(latest).items("id")).contains(folder, file);
  }

  @Test
  void path_isNeverTold_andAtWorkNoCTag() {
    items().addFile(items().root(bo), "w.txt", bytes("x"));
    assertThat(ada().get(DELTA).values())
        .noneMatch(item -> String.valueOf(item.get("parentReference")).contains("path"));
    assertThat(bo().get(DELTA).values()).noneMatch(item -> item.containsKey("cTag"));
  }

  @Test
  void resync_isGoneWithAnAddressToBeginAt() {
    String token = ada().get(DELTA + "?token=latest").delta();
    graph.faults().resync("resyncChangesUploadDifferences");
    Answer gone = ada().get(token);
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.error()).startsWith("resyncChangesUploadDifferences");
    assertThat(ada().get(Answer.path(gone.header("Location"))).items("id"))
        .contains(items().root(ada));
    assertThat(ada().get(DELTA + "?token=c29tZWJvZHkncw").status()).isEqualTo(410);
  }

  @Test
  void token_canBeAFunctionsParameter_andAtWorkATime() {
    Answer latest = ada().get(DELTA + "(token='latest')");
    assertThat(latest.values()).isEmpty();
    assertThat(ada().get(DELTA + "()").values()).isNotEmpty();
    assertThat(bo().get(DELTA + "?token=2021-09-29T20%3A00%3A00Z").values()).isNotEmpty();
  }
}

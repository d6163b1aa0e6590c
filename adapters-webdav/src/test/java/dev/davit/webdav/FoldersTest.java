package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Quotas;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Folders at a real server: what the contract does not say. */
class FoldersTest extends RealServerTest {
  @Test
  void list_pages_areInOrderAndComplete() throws Exception {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      String name = "entry-%03d-ä.txt".formatted(i);
      names.add(name);
      Files.writeString(folder.resolve(name), "x");
    }

    assertThat(list(EntryId.ROOT, 100)).extracting(Entry::name).isEqualTo(names);
    assertThat(list(EntryId.ROOT, 250)).hasSize(250);
  }

  @Test
  void ids_ofVeryLongPaths_work() throws Exception {
    EntryId parent = EntryId.ROOT;
    for (int depth = 0; depth < 6; depth++) {
      parent = storage.createFolder(parent, depth + "-" + "長い名前".repeat(16)).id();
    }
    Entry deep = put(parent, "a.txt", "deep");

    assertThat(deep.id().value()).startsWith("2").hasSizeLessThanOrEqualTo(1024);
    assertThat(text(deep.id(), null)).isEqualTo("deep");
    assertThat(list(parent, 5)).containsExactly(deep);
    storage.delete(deep.id());
    assertKind(ErrorKind.NOT_FOUND, () -> storage.stat(deep.id()));
  }

  @Test
  void quota_ofAServerWithoutOne_isUnknown() {
    assertThat(storage.quotas().orElseThrow().quota())
        .isEqualTo(new Quotas.Quota(null, null, false));
  }
}

package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Entry;
import dev.davit.testkit.fault.TestContent;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/** Files that are so large that they go in fragments. */
abstract class UploadBench extends WritingBench {
  @AfterEach
  void noTokenWasGivenAway() {
    assertThat(graph.offences()).isEmpty();
  }

  static final int PIECE = Writer.PIECE;

  /** So large that it goes in fragments: two whole ones and a bit. */
  static final int LARGE = 2 * PIECE + 1000;

  final Entry write(Content content) {
    return ada.write("large", content);
  }

  /** What the n-th fragment says of itself, from 0 on. */
  static String range(int from, int to) {
    return "bytes " + from + "-" + (to - 1) + "/" + LARGE;
  }

  /** Writes it, holds that it is there and whole, and removes it. */
  final void assertArrives(Content content) {
    Entry entry = write(content);
    assertThat(ada.items().content(ada.named("large")))
        .hasBinaryContent(bytes(Objects.requireNonNull(entry.size())));
    ada.items().remove(ada.named("large"));
  }

  static byte[] bytes(long size) {
    try {
      return TestContent.generated(size).open().readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Entry;
import dev.davit.testkit.fault.TestContent;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Files that are so large that they go in pieces. */
abstract class UploadBench extends WritingBench {
  static final int PIECE = Writer.PIECE;

  /** So large that it goes in pieces: three whole ones and a bit. */
  static final long LARGE = 3L * PIECE + 1000;

  final Entry write(Content content) {
    return ada.write("large", content, ConflictPolicy.FAIL);
  }

  /** Writes it, holds that it is there once and whole, and removes it. */
  final void assertArrives(Content content) {
    Entry entry = write(content);
    List<String> files = ada.named("large");
    assertThat(files).hasSize(1);
    assertThat(ada.items().sha256(files.get(0)))
        .isEqualTo(sha256(Objects.requireNonNull(entry.size())));
    ada.storage().delete(entry.id());
    ada.items().remove(files.get(0));
  }

  private static String sha256(long size) {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256")
                  .digest(TestContent.generated(size).open().readAllBytes()));
    } catch (java.security.GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }
}

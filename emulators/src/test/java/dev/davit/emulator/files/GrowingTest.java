package dev.davit.emulator.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content that comes in parts. */
class GrowingTest {
  @TempDir Path dir;

  @Test
  void takeWhole_ofTooFew_leavesWhatWasThere() throws IOException {
    try (Contents contents = new Contents(dir, () -> List.of(Digests.of(Digests.MD5)))) {
      Growing growing = contents.begin();
      growing.takeWhole(stream("hello"), 2);
      assertThatThrownBy(() -> growing.takeWhole(stream("LL"), 3)).isInstanceOf(IOException.class);
      assertThat(growing.size()).isEqualTo(2);
      growing.takeWhole(stream("llo"), 3);
      Content content = growing.finish();
      assertThat(content.file()).hasContent("hello");
      assertThat(content.hash(Digests.MD5).hex()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    }
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}

package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class DiskErrorsTest {
  private final IOException failure = new IOException("No space left on device");
  private static final long PLENTY = 1L << 40;

  @Test
  void failedWrite_withoutRoom_isTheQuota() {
    assertThat(DiskErrors.ofWrite(failure, 4096, false).kind()).isEqualTo(ErrorKind.QUOTA_EXCEEDED);
  }

  @Test
  void failedWrite_withRoom_isUnavailableWhateverItsTextSays() {
    assertThat(DiskErrors.ofWrite(failure, PLENTY, false).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void failedWrite_onAReadOnlyFileSystem_isTheOperatorsFault() {
    assertThat(DiskErrors.ofWrite(failure, 0, true).kind()).isEqualTo(ErrorKind.MISCONFIGURED);
  }

  @Test
  void missingFile_onAFullDisk_isStillNotFound() {
    assertThat(DiskErrors.ofWrite(new NoSuchFileException("x"), 0, true).kind())
        .isEqualTo(ErrorKind.NOT_FOUND);
  }

  @Test
  void forbiddenFile_isTheOperatorsFaultAndNamesNoPath() {
    assertThat(DiskErrors.of(new AccessDeniedException("/srv/davit/x")))
        .hasMessageNotContaining("/srv")
        .extracting("kind")
        .isEqualTo(ErrorKind.MISCONFIGURED);
  }
}

package dev.davit.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.internal.codec.Packer;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.DocumentId;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.UploadSessions.State;
import dev.davit.ports.store.UploadSessionStore.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenUploadTest {
  private static final Row ROW = new Row(new DocumentId("d"), Bytes.of(new byte[] {1}), 4096, 1024);

  private static ErrorKind refused(byte[] plain) {
    return catchThrowableOfType(CloudException.class, () -> OpenUpload.read(ROW, plain)).kind();
  }

  @Test
  void read_ofWhatWasPacked_isTheSame() {
    State session = new State(new Secret("canary"), 4096, 1024);
    OpenUpload upload = OpenUpload.begun(session, 9000).sending(session, 8192, "ab");

    assertThat(OpenUpload.read(ROW, upload.pack())).isEqualTo(upload);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,-1024", "-1,1024", "9001,1024"})
  void read_ofAnAlteredRow_isAnIntegrityFailure(long position, long granularity) {
    byte[] plain = OpenUpload.begun(new State(new Secret("canary"), 0, 1024), 9000).pack();
    Row row = new Row(ROW.document(), ROW.sealed(), position, granularity);

    assertThat(catchThrowableOfType(CloudException.class, () -> OpenUpload.read(row, plain)).kind())
        .isEqualTo(ErrorKind.INTEGRITY);
  }

  @Test
  void read_ofANewerReleases_isUnavailable_andOfNoneOfOurs_isAnIntegrityFailure() {
    assertThat(refused(new Packer().number(2).text("more").toBytes()))
        .isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(refused(new byte[] {7})).isEqualTo(ErrorKind.INTEGRITY);
    assertThat(refused(new Packer().number(1).text("cut").toBytes()))
        .isEqualTo(ErrorKind.INTEGRITY);
  }
}

package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.fault.TestContent;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading a part of a file (RFC 9110, 14.1.2). */
interface RangeRules extends StorageFixture {
  /** How long the file is that ranges are taken from. */
  int RANGED = 1000;

  @Test
  default void range_fromAByteOn() throws IOException {
    byte[] all = rangedBytes();
    EntryId id = rangedFile(all);
    for (int first : new int[] {0, 1, 500, 999}) {
      assertPart(id, new ByteRange.From(first), all, first, RANGED);
    }
  }

  @Test
  default void range_betweenTwoBytes() throws IOException {
    byte[] all = rangedBytes();
    EntryId id = rangedFile(all);
    assertPart(id, new ByteRange.Between(0, 0), all, 0, 1);
    assertPart(id, new ByteRange.Between(10, 19), all, 10, 20);
    assertPart(id, new ByteRange.Between(0, 999), all, 0, RANGED);
    assertPart(id, new ByteRange.Between(999, 999), all, 999, RANGED);
  }

  @Test
  default void range_thatGoesBeyondTheEnd_isCutShort() throws IOException {
    byte[] all = rangedBytes();
    EntryId id = rangedFile(all);
    assertPart(id, new ByteRange.Between(990, 5000), all, 990, RANGED);
    assertPart(id, new ByteRange.Between(0, 1000), all, 0, RANGED);
    assertPart(id, new ByteRange.Between(5, Long.MAX_VALUE), all, 5, RANGED);
  }

  @Test
  default void range_ofTheLastBytes() throws IOException {
    byte[] all = rangedBytes();
    EntryId id = rangedFile(all);
    assertPart(id, new ByteRange.Last(1), all, 999, RANGED);
    assertPart(id, new ByteRange.Last(999), all, 1, RANGED);
    assertPart(id, new ByteRange.Last(1000), all, 0, RANGED);
    assertPart(id, new ByteRange.Last(5000), all, 0, RANGED);
    assertPart(id, new ByteRange.Last(Long.MAX_VALUE), all, 0, RANGED);
  }

  @Test
  default void range_farIntoALargeFile() throws IOException {
    byte[] all = generated(3_000_000);
    EntryId id = rangedFile(all);
    assertPart(id, new ByteRange.Between(2_000_000, 2_999_990), all, 2_000_000, 2_999_991);
    assertPart(id, new ByteRange.From(2_999_999), all, 2_999_999, all.length);
    assertPart(id, new ByteRange.Last(1_500_000), all, 1_500_000, all.length);
  }

  @Test
  default void range_beyondTheEnd_isRefused() {
    EntryId id = rangedFile(rangedBytes());
    List<ByteRange> beyond =
        List.of(
            new ByteRange.From(1000),
            new ByteRange.From(Long.MAX_VALUE),
            new ByteRange.Between(1000, 1000),
            new ByteRange.Between(5000, 6000));
    for (ByteRange range : beyond) {
      assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(id, range));
    }
  }

  @Test
  default void range_ofAnEmptyFile_isRefused() {
    EntryId id = writeText(EntryId.ROOT, "empty", "").id();
    List<ByteRange> every =
        List.of(new ByteRange.From(0), new ByteRange.Between(0, 10), new ByteRange.Last(1));
    for (ByteRange range : every) {
      assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(id, range));
    }
    assertThat(bytes(id, null)).isEmpty();
  }

  private void assertPart(EntryId id, ByteRange range, byte[] all, int first, int end)
      throws IOException {
    try (Download download = storage().read(id, range)) {
      assertThat(download.first()).as("first of %s", range).isEqualTo(first);
      assertThat(download.length()).as("length of %s", range).isIn(null, (long) (end - first));
      assertThat(download.size()).as("size of %s", range).isIn(null, (long) all.length);
      assertThat(download.body().readAllBytes())
          .as("bytes of %s", range)
          .isEqualTo(Arrays.copyOfRange(all, first, end));
    }
  }

  private EntryId rangedFile(byte[] all) {
    return write(EntryId.ROOT, "ranged", TestContent.of(all), ConflictPolicy.FAIL).id();
  }

  private static byte[] rangedBytes() {
    return generated(RANGED);
  }

  private static byte[] generated(int size) {
    try {
      return TestContent.generated(size).open().readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

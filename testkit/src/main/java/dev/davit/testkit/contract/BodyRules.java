package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.fault.TestContent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes there and back. */
interface BodyRules extends StorageFixture {
  /** A size that nobody should hold in memory for one file. */
  long LARGE = 32L * 1024 * 1024;

  @Test
  default void body_ofAnySize_comesBackTheSame() throws IOException {
    for (long size : new long[] {0, 1, 1023, 8192, 65_536, 65_537, 1_000_003}) {
      TestContent known = TestContent.generated(size);
      assertRoundTrip("known " + size, known, size);
      assertRoundTrip("unknown " + size, TestContent.generated(size).withUnknownSize(), size);
      assertThat(known.opened()).isEqualTo(1);
    }
  }

  @Test
  default void body_ofNothing_takesThePlaceOfABody() {
    writeText(EntryId.ROOT, "file", "something");
    Entry entry = write(EntryId.ROOT, "file", TestContent.of(""), ConflictPolicy.REPLACE);
    assertThat(entry.size()).isIn(null, 0L);
    assertThat(bytes(entry.id(), null)).isEmpty();
  }

  @Test
  default void body_thatIsLarge_comesBackTheSame_andIsNeverHeldWhole() throws IOException {
    assertStreams(TestContent.generated(LARGE));
  }

  @Test
  default void body_thatIsLarge_ofUnknownSize_comesBackTheSame_andIsNeverHeldWhole()
      throws IOException {
    assertStreams(TestContent.generated(LARGE).withUnknownSize());
  }

  @Test
  default void body_ofEveryByteValue_comesBackTheSame() {
    byte[] bytes = new byte[512];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    Entry entry = write(EntryId.ROOT, "bytes", TestContent.of(bytes), ConflictPolicy.FAIL);
    assertThat(bytes(entry.id(), null)).isEqualTo(bytes);
  }

  @Test
  default void body_streamsAreClosed_andOpenedAsOftenAsAllowed() {
    List<TestContent> contents =
        List.of(
            TestContent.of("once"),
            TestContent.of("once").withUnknownSize(),
            TestContent.of("again").withRepeats(),
            TestContent.of("again").withRepeats().withUnknownSize());
    for (int i = 0; i < contents.size(); i++) {
      TestContent content = contents.get(i);
      write(EntryId.ROOT, "file" + i, content, ConflictPolicy.FAIL);
      assertThat(content.opened()).isPositive();
      assertThat(content.repeatable() || content.opened() == 1).isTrue();
      assertThat(content.closed()).isEqualTo(content.opened());
    }
  }

  @Test
  default void read_ofAFolder_isRefused() {
    EntryId folder = folder("folder").id();
    assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(folder, null));
    assertFails(ErrorKind.INVALID_REQUEST, () -> storage().read(EntryId.ROOT, null));
  }

  @Test
  default void read_ofWhatIsGone_isNotFound() {
    EntryId gone = goneId();
    assertFails(ErrorKind.NOT_FOUND, () -> storage().read(gone, null));
  }

  @Test
  default void read_closedEarly_harmsNobody() throws IOException {
    EntryId id =
        write(EntryId.ROOT, "file", TestContent.generated(LARGE / 8), ConflictPolicy.FAIL).id();
    for (int i = 0; i < 20; i++) {
      try (Download download = storage().read(id, null)) {
        assertThat(download.body().readNBytes(10)).hasSize(10);
      }
    }
    assertThat(bytes(id, null)).hasSize((int) (LARGE / 8));
  }

  /** A round trip, for which this thread may not ask for as much memory as the body has bytes. */
  private void assertStreams(TestContent content) throws IOException {
    long before = Allocations.ofThisThread();
    Entry entry = write(EntryId.ROOT, "large", content, ConflictPolicy.REPLACE);
    long written = Allocations.ofThisThread();
    assertSame(entry, LARGE);
    long read = Allocations.ofThisThread();
    boolean held = traits().has(Deviation.HOLDS_BODIES);
    assertThat(written - before > LARGE / 2).as("held while it was written").isEqualTo(held);
    assertThat(read - written > LARGE / 2 && !held).as("held while it was read").isFalse();
  }

  private void assertRoundTrip(String name, TestContent content, long size) throws IOException {
    assertSame(write(EntryId.ROOT, name, content, ConflictPolicy.REPLACE), size);
  }

  private void assertSame(Entry entry, long size) throws IOException {
    assertThat(entry.size()).isIn(null, size);
    try (Download download = storage().read(entry.id(), null);
        InputStream expected = TestContent.generated(size).open()) {
      assertThat(download.first()).isZero();
      assertThat(download.length()).isIn(null, size);
      assertThat(download.size()).isIn(null, size);
      Streams.assertSame(download.body(), expected);
    }
  }
}

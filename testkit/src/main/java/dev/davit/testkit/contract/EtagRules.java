package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.testkit.fault.TestContent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Validators, and writes that depend on them (RFC 9110, 8.8.3 and 13.1.1). */
interface EtagRules extends StorageFixture {
  @Test
  default void etag_isOfHttpForm_andTheSameWhereverItIsSaid() throws IOException {
    Entry entry = writeText(EntryId.ROOT, "file", "x");
    assertThat(entry.etag() == null).isEqualTo(traits().has(Deviation.NO_ETAG));
    if (entry.etag() != null) {
      assertThat(entry.etag()).matches("(W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"");
    }
    assertThat(storage().stat(entry.id()).etag()).isEqualTo(entry.etag());
    try (Download download = storage().read(entry.id(), null)) {
      assertThat(entry.etag() == null || entry.etag().equals(download.etag())).isTrue();
    }
  }

  @Test
  default void etag_changesWithEachWrite_alsoOfTheSameSize() {
    String before = writeText(EntryId.ROOT, "file", "content 0").etag();
    for (int i = 1; i < 5; i++) {
      String after = replace("content " + i, null).etag();
      assertThat(after == null || !after.equals(before)).isTrue();
      before = after;
    }
  }

  @Test
  default void etag_staysWhileNothingIsWritten() {
    Entry entry = writeText(EntryId.ROOT, "file", "x");
    text(entry.id());
    writeText(EntryId.ROOT, "other", "y");
    assertThat(lasting(storage().stat(entry.id()).etag())).isEqualTo(lasting(entry.etag()));
  }

  /** What must stay: a known weakness may pass. */
  private @Nullable String lasting(@Nullable String etag) {
    if (etag == null || !traits().has(Deviation.WEAK_ETAGS)) {
      return etag;
    }
    return etag.replaceFirst("^W/", "");
  }

  @Test
  default void ifMatch_ofTheCurrentEtag_writes() {
    String etag = writeText(EntryId.ROOT, "file", "old").etag();
    if (traits().has(Deviation.WEAK_ETAGS)) {
      assertThat(etag).startsWith("W/");
      assertFails(ErrorKind.PRECONDITION_FAILED, () -> replace("new", etag));
    } else if (etag != null) {
      assertThat(text(replace("new", etag).id())).isEqualTo("new");
    }
  }

  @Test
  default void ifMatch_ofAnOlderEtag_isRefused_andNothingIsWritten() {
    String older = writeText(EntryId.ROOT, "file", "old").etag();
    Entry current = replace("current", null);
    for (String stale : new String[] {older == null ? "\"none\"" : older, "\"made-up\""}) {
      assertFails(ErrorKind.PRECONDITION_FAILED, () -> replace("stale", stale));
    }
    assertThat(text(current.id())).isEqualTo("current");
    assertThat(all(EntryId.ROOT, 10)).containsExactly(current);
  }

  @Test
  default void ifMatch_whereNothingIs_isRefused() {
    assertFails(ErrorKind.PRECONDITION_FAILED, () -> replace("x", "\"made-up\""));
    assertThat(names(EntryId.ROOT)).isEmpty();
  }

  private Entry replace(String text, @Nullable String ifMatch) {
    return storage()
        .write(
            StorageFixture.request(
                EntryId.ROOT, "file", TestContent.of(text), ConflictPolicy.REPLACE, ifMatch));
  }
}

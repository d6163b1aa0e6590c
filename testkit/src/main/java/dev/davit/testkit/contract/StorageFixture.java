package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** What the rules for storages are tried on, and the few words that they are written in. */
interface StorageFixture {
  StorageSetup setup();

  default StorageTraits traits() {
    return setup().traits();
  }

  /** The storage, opened anew, as another node would. */
  default Storage storage() {
    return setup().provider().open(setup().credentials());
  }

  default Entry writeText(EntryId folder, String name, String text) {
    return write(folder, name, TestContent.of(text), ConflictPolicy.FAIL);
  }

  default Entry write(EntryId folder, String name, Content content, ConflictPolicy conflict) {
    return storage().write(request(folder, name, content, conflict, null));
  }

  default Entry folder(String name) {
    return storage().createFolder(EntryId.ROOT, name);
  }

  /** An id that was right once and is gone. */
  default EntryId goneId() {
    Entry gone = writeText(EntryId.ROOT, "gone", "gone");
    storage().delete(gone.id());
    return gone.id();
  }

  default String text(EntryId id) {
    return new String(bytes(id, null), StandardCharsets.UTF_8);
  }

  default byte[] bytes(EntryId id, @Nullable ByteRange range) {
    try (Download download = storage().read(id, range)) {
      return download.body().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All entries of a folder, page by page. */
  default List<Entry> all(EntryId folder, int limit) {
    List<Entry> entries = new ArrayList<>();
    Listing page = storage().list(new ListRequest(folder, limit, null));
    entries.addAll(page.entries());
    while (page.next() != null) {
      page = storage().list(new ListRequest(folder, limit, page.next()));
      entries.addAll(page.entries());
    }
    return entries;
  }

  default List<String> names(EntryId folder) {
    return all(folder, 1000).stream().map(Entry::name).toList();
  }

  /** Holds that a call fails with this kind, and that its words give nothing away. */
  default void assertFails(ErrorKind kind, ThrowingCallable call) {
    Kinds.assertFails(kind, call).satisfies(failure -> assertSafe(failure.getMessage()));
  }

  /** Holds that a text shows no secret. */
  default void assertSafe(@Nullable String text) {
    assertThat(text).isNotBlank().doesNotContain(CANARY);
    traits().secrets().forEach(secret -> assertThat(text).doesNotContain(secret));
  }

  /** A text that no error may show. */
  String CANARY = "canary-5ecret";

  static WriteRequest request(
      EntryId folder,
      String name,
      Content content,
      ConflictPolicy conflict,
      @Nullable String ifMatch) {
    return new WriteRequest(attempt(folder, name), content, null, conflict, ifMatch);
  }

  static WriteAttempt attempt(EntryId folder, String name) {
    return new WriteAttempt(folder, name, UUID.randomUUID().toString());
  }
}

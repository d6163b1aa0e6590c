package dev.davit.testkit;

import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Search;
import dev.davit.ports.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Looks through a storage as its user would. */
public final class Browsing {
  private Browsing() {}

  /** The names in a folder, page by page. */
  public static List<String> names(Storage storage, EntryId folder, int limit) {
    return all(storage, folder, limit).stream().map(Entry::name).toList();
  }

  /** All entries of a folder, page by page. */
  public static List<Entry> all(Storage storage, EntryId folder, int limit) {
    return following(storage, folder, limit, storage.list(new ListRequest(folder, limit, null)));
  }

  /** The entries of a page of a folder and of all that follow it. */
  public static List<Entry> following(Storage storage, EntryId folder, int limit, Listing first) {
    return following(first, next -> storage.list(new ListRequest(folder, limit, next)));
  }

  /** All that is found, page by page. */
  public static List<Entry> found(Storage storage, String words, int limit) {
    Search search = storage.search().orElseThrow();
    return following(search.find(words, limit, null), next -> search.find(words, limit, next));
  }

  private static List<Entry> following(Listing first, Function<Cursor, Listing> pages) {
    List<Entry> entries = new ArrayList<>(first.entries());
    for (Cursor next = first.next(); next != null; ) {
      Listing page = pages.apply(next);
      entries.addAll(page.entries());
      next = page.next();
    }
    return entries;
  }

  /** The first entry of that name. */
  public static Entry named(Storage storage, EntryId folder, String name) {
    return all(storage, folder, 100).stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  /** What a file, or a part of it, says. */
  public static String text(Storage storage, EntryId id, @Nullable ByteRange range) {
    try (Download download = storage.read(id, range)) {
      return new String(download.body().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

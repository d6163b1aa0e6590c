package dev.davit.testkit.memory;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import org.jspecify.annotations.Nullable;

/** What reads a tree. */
final class Reading {
  private Reading() {}

  static Listing list(MemoryAccount account, ListRequest request) {
    return account.alone(
        () ->
            Pages.page(
                "folder-" + request.folder(),
                account.tree().children(request.folder()),
                request.limit(),
                request.cursor()));
  }

  static Download read(MemoryAccount account, EntryId id, @Nullable ByteRange range) {
    Node node = account.alone(() -> account.tree().get(id));
    Blob blob = node.bytes();
    long first = first(range, blob.size());
    long length = end(range, blob.size()) - first;
    if (range != null && length <= 0) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "No byte of the file lies in the range asked for.");
    }
    return new Download(
        blob.open(first, length), first, length, blob.size(), node.etag(), node.contentType());
  }

  private static long first(@Nullable ByteRange range, long size) {
    if (range instanceof ByteRange.From from) {
      return from.first();
    }
    if (range instanceof ByteRange.Between between) {
      return between.first();
    }
    return range instanceof ByteRange.Last last ? Math.max(0, size - last.length()) : 0;
  }

  private static long end(@Nullable ByteRange range, long size) {
    if (range instanceof ByteRange.Between between && between.last() < size) {
      return between.last() + 1;
    }
    return size;
  }
}

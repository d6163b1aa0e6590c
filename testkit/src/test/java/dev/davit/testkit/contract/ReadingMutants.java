package dev.davit.testkit.contract;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.fault.ForwardingStorage;
import java.io.InputStream;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Storages that list or read wrongly. */
final class ReadingMutants {
  private ReadingMutants() {}

  static List<Mutant> all() {
    return List.of(
        listing("one page is all", (s, r) -> new Listing(s.list(r).entries(), null)),
        listing("cursors count entries", ReadingMutants::byOffset),
        listing("a bad cursor is the first page", ReadingMutants::lenient),
        listing("a folder that is gone is empty", ReadingMutants::emptyIfGone),
        listing("the limit is forgotten", (s, r) -> s.list(whole(r))),
        reading("the range is forgotten", (s, range) -> null),
        reading("the last byte is missing", ReadingMutants::oneLess),
        new Mutant("beyond the end is empty", RangeRules.class, EmptyBeyond::new),
        new Mutant("an unknown id is the root", IdRules.class, AnyIdIsRoot::new),
        new Mutant("an id may be longer", IdRules.class, LongIds::new));
  }

  private static Mutant listing(String name, BiFunction<Storage, ListRequest, Listing> change) {
    return new Mutant(
        name,
        PagingRules.class,
        storage ->
            new ForwardingStorage(storage) {
              @Override
              public Listing list(ListRequest request) {
                return change.apply(storage, request);
              }
            });
  }

  private static Mutant reading(
      String name, BiFunction<Storage, ByteRange, @Nullable ByteRange> change) {
    return new Mutant(
        name,
        RangeRules.class,
        storage ->
            new ForwardingStorage(storage) {
              @Override
              public Download read(EntryId id, @Nullable ByteRange range) {
                return storage.read(id, range == null ? null : change.apply(storage, range));
              }
            });
  }

  private static Listing byOffset(Storage storage, ListRequest request) {
    Cursor cursor = request.cursor();
    if (cursor != null && !cursor.value().matches("entry-[0-9]{1,9}")) {
      throw new CloudException(ErrorKind.INVALID_CURSOR, "bad");
    }
    int from = cursor == null ? 0 : Integer.parseInt(cursor.value().substring(6));
    List<Entry> all = storage.list(whole(request)).entries();
    int to = Math.min(all.size(), from + request.limit());
    List<Entry> page = all.subList(Math.min(from, to), to);
    return new Listing(page, to < all.size() ? new Cursor("entry-" + to) : null);
  }

  private static Listing lenient(Storage storage, ListRequest request) {
    try {
      return storage.list(request);
    } catch (CloudException refused) {
      if (refused.kind() != ErrorKind.INVALID_CURSOR) {
        throw refused;
      }
      return storage.list(new ListRequest(request.folder(), request.limit(), null));
    }
  }

  private static Listing emptyIfGone(Storage storage, ListRequest request) {
    try {
      return storage.list(request);
    } catch (CloudException refused) {
      if (refused.kind() != ErrorKind.NOT_FOUND) {
        throw refused;
      }
      return new Listing(List.of(), null);
    }
  }

  private static ListRequest whole(ListRequest request) {
    return new ListRequest(request.folder(), ListRequest.MAX_LIMIT, null);
  }

  private static ByteRange oneLess(Storage storage, ByteRange range) {
    return range instanceof ByteRange.Last last && last.length() > 1
        ? new ByteRange.Last(last.length() - 1)
        : range;
  }

  private static final class EmptyBeyond extends ForwardingStorage {
    EmptyBeyond(Storage target) {
      super(target);
    }

    @Override
    public Download read(EntryId id, @Nullable ByteRange range) {
      try {
        return super.read(id, range);
      } catch (CloudException refused) {
        return new Download(InputStream.nullInputStream(), 0, 0L, null, null, null);
      }
    }
  }

  private static final class AnyIdIsRoot extends ForwardingStorage {
    AnyIdIsRoot(Storage target) {
      super(target);
    }

    @Override
    public Entry stat(EntryId id) {
      try {
        return super.stat(id);
      } catch (CloudException refused) {
        return super.stat(EntryId.ROOT);
      }
    }
  }

  private static final class LongIds extends ForwardingStorage {
    LongIds(Storage target) {
      super(target);
    }

    @Override
    public Entry stat(EntryId id) {
      String value = id.value();
      return super.stat(value.length() > 19 ? new EntryId(value.substring(0, 19)) : id);
    }
  }
}

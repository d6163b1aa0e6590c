package dev.davit.testkit.contract;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.ForwardingStorage;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Storages that fall short just as a server somewhere does. */
final class KnownMutants {
  static final Mutant WEAK_ETAGS = new Mutant("weak etags", EtagRules.class, WeakEtags::new);
  static final Mutant HIDES_DOT_NAMES =
      new Mutant("dots are hidden", NameRules.class, HidesDots::new);

  private KnownMutants() {}

  /** A new one each time: it counts. */
  static Mutant busyWhileWritten() {
    return new Mutant("busy while written", RecoverRules.class, new Busy());
  }

  private static final class WeakEtags extends ForwardingStorage {
    WeakEtags(Storage target) {
      super(target);
    }

    @Override
    public Entry write(WriteRequest request) {
      if (request.ifMatch() != null) {
        throw new CloudException(ErrorKind.PRECONDITION_FAILED, "It has changed.");
      }
      return weak(super.write(request));
    }

    @Override
    public Entry stat(EntryId id) {
      return weak(super.stat(id));
    }

    @Override
    public Listing list(ListRequest request) {
      Listing page = super.list(request);
      return new Listing(page.entries().stream().map(WeakEtags::weak).toList(), page.next());
    }

    @Override
    public Download read(EntryId id, @Nullable ByteRange range) {
      Download d = super.read(id, range);
      return new Download(
          d.body(), d.first(), d.length(), d.size(), "W/" + d.etag(), d.contentType());
    }

    private static Entry weak(Entry e) {
      return new Entry(
          e.id(),
          e.name(),
          e.kind(),
          e.size(),
          e.modifiedAt(),
          "W/" + e.etag(),
          e.contentType(),
          e.webUrl());
    }
  }

  private static final class HidesDots extends ForwardingStorage {
    HidesDots(Storage target) {
      super(target);
    }

    @Override
    public Listing list(ListRequest request) {
      Listing page = super.list(request);
      return new Listing(
          page.entries().stream().filter(entry -> !entry.name().startsWith(".")).toList(),
          page.next());
    }
  }

  /** All storages that it makes are of one server. */
  private static final class Busy implements UnaryOperator<Storage> {
    private final Set<String> writing = ConcurrentHashMap.newKeySet();

    @Override
    public Storage apply(Storage storage) {
      return new ForwardingStorage(storage) {
        @Override
        public Entry write(WriteRequest request) {
          writing.add(request.attempt().tag());
          try {
            return storage.write(request);
          } finally {
            writing.remove(request.attempt().tag());
          }
        }

        @Override
        public Listing list(ListRequest request) {
          requireIdle(writing.isEmpty());
          return storage.list(request);
        }

        @Override
        public Optional<Entry> recover(WriteAttempt attempt) {
          requireIdle(!writing.contains(attempt.tag()));
          return storage.recover(attempt);
        }
      };
    }

    private static void requireIdle(boolean idle) {
      if (!idle) {
        throw new CloudException(ErrorKind.UNAVAILABLE, "A file is being written.");
      }
    }
  }
}

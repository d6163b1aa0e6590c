package dev.davit.testkit.contract;

import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.Copying;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Quotas;
import dev.davit.ports.storage.Search;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.testkit.fault.ForwardingStorage;
import java.util.List;
import java.util.Optional;

/** Storages that say what is not so. */
final class AccordMutants {
  private AccordMutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant("it can't search", AccordRules.class, NoSearch::new),
        new Mutant("unknown room is endless", AccordRules.class, EndlessRoom::new),
        new Mutant("each storage has an origin of its own", AccordRules.class, OwnOrigin::new),
        new Mutant("folders have a size", AccordRules.class, SizedFolders::new),
        new Mutant("search finds everything", CapabilityRules.class, FindsAll::new),
        new Mutant("a copy is the original", CapabilityRules.class, NoCopy::new),
        new Mutant("nothing ever changes", CapabilityRules.class, NoChanges::new),
        new Mutant("sessions outlive recover", UploadSessionsRules.class, NoRecover::new));
  }

  private static final class NoSearch extends ForwardingStorage {
    NoSearch(Storage target) {
      super(target);
    }

    @Override
    public Optional<Search> search() {
      return Optional.empty();
    }
  }

  private static final class EndlessRoom extends ForwardingStorage {
    EndlessRoom(Storage target) {
      super(target);
    }

    @Override
    public Optional<Quotas> quotas() {
      return Optional.of(() -> new Quotas.Quota(0L, Long.MAX_VALUE, false));
    }
  }

  private static final class OwnOrigin extends ForwardingStorage {
    OwnOrigin(Storage target) {
      super(target);
    }

    @Override
    public String origin() {
      return "https://" + System.identityHashCode(this) + ".example.com:443";
    }
  }

  private static final class SizedFolders extends ForwardingStorage {
    SizedFolders(Storage target) {
      super(target);
    }

    @Override
    public Entry createFolder(EntryId parent, String name) {
      Entry e = super.createFolder(parent, name);
      return new Entry(e.id(), e.name(), e.kind(), 0L, e.modifiedAt(), null, null, null);
    }
  }

  private static final class FindsAll extends ForwardingStorage {
    FindsAll(Storage target) {
      super(target);
    }

    @Override
    public Optional<Search> search() {
      return super.search().map(real -> (words, limit, cursor) -> real.find("", limit, cursor));
    }
  }

  private static final class NoCopy extends ForwardingStorage {
    NoCopy(Storage target) {
      super(target);
    }

    @Override
    public Optional<Copying> copying() {
      return Optional.of((id, folder, name, conflict) -> stat(id));
    }
  }

  private static final class NoChanges extends ForwardingStorage {
    NoChanges(Storage target) {
      super(target);
    }

    @Override
    public Optional<Changes> changes() {
      return super.changes().map(Nothing::new);
    }
  }

  private record Nothing(Changes real) implements Changes {
    @Override
    public Cursor now() {
      return real.now();
    }

    @Override
    public Page since(Cursor since) {
      return new Page(List.of(), real.since(since).next(), false);
    }
  }

  private static final class NoRecover extends ForwardingStorage {
    NoRecover(Storage target) {
      super(target);
    }

    @Override
    public Optional<Entry> recover(WriteAttempt attempt) {
      return Optional.empty();
    }
  }
}

package dev.davit.testkit.contract;

import dev.davit.ports.CloudException;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.ForwardingStorage;
import dev.davit.testkit.fault.TestContent;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Storages that clear up wrongly. */
final class InterruptionMutants {
  private InterruptionMutants() {}

  static List<Mutant> all() {
    return List.of(
        clearing("nothing is cleared", (attempt, name) -> false),
        clearing(
            "whatever has the name is cleared", (attempt, name) -> name.equals(attempt.name())),
        clearing("what looks unfinished is cleared", (attempt, name) -> name.endsWith(".part")),
        clearing("every attempt is cleared", (attempt, name) -> name.startsWith(".unfinished-")),
        new Mutant("the name is seen at once", RecoverRules.class, SeenAtOnce::new));
  }

  /** Unfinished files that can be seen, and a recover that takes these for them. */
  private static Mutant clearing(String name, BiPredicate<WriteAttempt, String> unfinished) {
    return new Mutant(name, RecoverRules.class, storage -> new VisibleRemains(storage, unfinished));
  }

  private static final class VisibleRemains extends ForwardingStorage {
    private final BiPredicate<WriteAttempt, String> unfinished;

    VisibleRemains(Storage target, BiPredicate<WriteAttempt, String> unfinished) {
      super(target);
      this.unfinished = unfinished;
    }

    @Override
    public Entry write(WriteRequest request) {
      WriteAttempt attempt = request.attempt();
      Entry remains = writePlainly(attempt.folder(), ".unfinished-" + attempt.tag());
      Entry written = super.write(request);
      delete(remains.id());
      return written;
    }

    @Override
    public Optional<Entry> recover(WriteAttempt attempt) {
      try {
        clear(attempt);
      } catch (CloudException gone) {
        return Optional.empty();
      }
      return super.recover(attempt);
    }

    private void clear(WriteAttempt attempt) {
      list(new ListRequest(attempt.folder(), 1000, null)).entries().stream()
          .filter(entry -> unfinished.test(attempt, entry.name()))
          .forEach(entry -> delete(entry.id()));
    }

    private Entry writePlainly(EntryId folder, String name) {
      return super.write(
          StorageFixture.request(folder, name, TestContent.of(""), ConflictPolicy.FAIL, null));
    }
  }

  private static final class SeenAtOnce extends ForwardingStorage {
    SeenAtOnce(Storage target) {
      super(target);
    }

    @Override
    public Entry write(WriteRequest request) {
      WriteAttempt attempt = request.attempt();
      super.write(
          StorageFixture.request(
              attempt.folder(),
              attempt.name(),
              TestContent.of(""),
              request.conflict(),
              request.ifMatch()));
      return super.write(
          new WriteRequest(attempt, request.content(), null, ConflictPolicy.REPLACE, null));
    }
  }
}

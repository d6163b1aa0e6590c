package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Bytes;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.JobId;
import dev.davit.ports.Owner;
import dev.davit.ports.store.CredentialStore;
import dev.davit.ports.store.Job;
import dev.davit.ports.store.OwnerStore;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import dev.davit.testkit.memory.MemoryStores;
import dev.davit.testkit.memory.TestClock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules without which users would get each other's files, or lose their own, fail for stores
 * that break them.
 */
class StoresMutantsTest {
  /**
   * Stores with one thing wrong.
   *
   * @param section the rules that must find it
   */
  private record Mutant(String name, Class<?> section, Function<TestClock, Stores> stores) {
    @Override
    public String toString() {
      return section.getSimpleName() + ": " + name;
    }
  }

  static Stream<Mutant> mutants() {
    return Stream.of(
        new Mutant("what failed is kept", TransactionRules.class, KeepsWhatFailed::of),
        mutant("anybody's connection", ConnectionRules.class, "connections.find", anyOwner()),
        mutant("anybody deletes", ConnectionRules.class, "connections.delete", anyOwnerAt()),
        mutant("anybody's document", DocumentRules.class, "documents.find", anyOwner()),
        mutant("anybody's state", DocumentRules.class, "documents.setState", anyOwnerAt()),
        mutant(
            "any version",
            CredentialRules.class,
            "credentials.replace",
            (tx, real, args) -> real.with(args[0], credential(tx, args).version(), args[2])),
        mutant(
            "a lease is no obstacle",
            LeaseRules.class,
            "credentials.lease",
            (tx, real, args) -> {
              tx.credentials().release((ConnectionId) args[0], holder(tx, args));
              return real.with(args);
            }),
        mutant(
            "anybody renews",
            LeaseRules.class,
            "credentials.renew",
            (tx, real, args) -> real.with(args[0], args[1], holder(tx, args), args[3])),
        mutant(
            "late holders renew",
            LeaseRules.class,
            "credentials.renew",
            (tx, real, args) ->
                holder(tx, args).equals(args[2])
                    && tx.credentials()
                        .replace((ConnectionId) args[0], (Long) args[1], (Bytes) args[3])),
        mutant(
            "anybody releases",
            LeaseRules.class,
            "credentials.release",
            (tx, real, args) -> real.with(args[0], holder(tx, args))),
        mutant(
            "a claim holds nothing", ClaimRules.class, "jobs.claim", StoresMutantsTest::givesBack),
        mutant(
            "every kind is taken",
            ClaimRules.class,
            "jobs.claim",
            (tx, real, args) -> real.with(args[0], Set.of(Samples.KIND), args[2], args[3])),
        mutant(
            "late holders go on",
            JobRules.class,
            "jobs.extend",
            (tx, real, args) ->
                tx.jobs()
                    .find((JobId) args[0])
                    .filter(job -> args[1].equals(job.leaseHolder()))
                    .isPresent()),
        mutant(
            "anybody completes",
            JobRules.class,
            "jobs.complete",
            (tx, real, args) -> tx.jobs().cancel((JobId) args[0])),
        mutant(
            "a purged key stays",
            OwnerRules.class,
            "owners.setState",
            (tx, real, args) -> real.with(args[0], OwnerStore.State.PURGING)),
        mutant(
            "every key is the first",
            ServerKeyRules.class,
            "serverKeys.insert",
            (tx, real, args) -> {
              real.with(args);
              return true;
            }));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void aMutant_isFound(Mutant mutant) {
    assertThat(Section.findsInStores(mutant.section(), mutant.stores())).isTrue();
  }

  private static Mutant mutant(
      String name, Class<?> section, String call, MutatedStores.Change change) {
    return new Mutant(
        name, section, clock -> new MutatedStores(new MemoryStores(clock), call, change));
  }

  /** Finds what any owner has. */
  private static MutatedStores.Change anyOwner() {
    return (tx, real, args) -> {
      Object found = real.with(args);
      for (Owner owner : owners()) {
        if (Objects.equals(found, Optional.empty())) {
          found = real.with(owner, args[1]);
        }
      }
      return found;
    };
  }

  /** Changes what any owner has. */
  private static MutatedStores.Change anyOwnerAt() {
    return (tx, real, args) -> {
      Object done = real.with(args);
      for (Owner owner : owners()) {
        if (Objects.equals(done, false)) {
          args[0] = owner;
          done = real.with(args);
        }
      }
      return done;
    };
  }

  private static List<Owner> owners() {
    return List.of(Samples.ALICE, Samples.BOB, Samples.NEXT_ALICE);
  }

  private static CredentialStore.Row credential(Transaction tx, Object[] args) {
    return tx.credentials().find((ConnectionId) args[0]).orElseThrow();
  }

  private static String holder(Transaction tx, Object[] args) {
    return tx.credentials()
        .find((ConnectionId) args[0])
        .map(CredentialStore.Row::leaseHolder)
        .orElse("nobody");
  }

  private static @Nullable Object givesBack(Transaction tx, MutatedStores.Real real, Object[] args)
      throws Throwable {
    Object claimed = real.with(args);
    for (Object job : (List<?>) Objects.requireNonNull(claimed)) {
      JobId id = ((Job) job).id();
      tx.jobs().retry(id, (String) args[0], tx.now(), "given back");
    }
    return claimed;
  }

  /** Stores whose transactions end well even if their work does not. */
  private record KeepsWhatFailed(Stores real) implements Stores {
    static Stores of(TestClock clock) {
      return new KeepsWhatFailed(new MemoryStores(clock));
    }

    @Override
    public <T> T inTransaction(Function<? super Transaction, ? extends T> work) {
      AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
      AtomicReference<@Nullable T> result = new AtomicReference<>();
      real.inTransaction(
          tx -> {
            try {
              result.set(work.apply(tx));
            } catch (RuntimeException e) {
              failure.set(e);
            }
            return true;
          });
      RuntimeException thrown = failure.get();
      if (thrown != null) {
        throw thrown;
      }
      return Objects.requireNonNull(result.get());
    }

    @Override
    public <T> T reading(Function<? super Transaction, ? extends T> work) {
      return real.reading(work);
    }
  }
}

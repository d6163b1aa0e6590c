package dev.davit;

import static dev.davit.TestHouse.ANN;

import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.CredentialStore;
import dev.davit.testkit.memory.MemoryOAuth;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A test of how tokens are refreshed: Ann has connected an account whose tokens live an hour. */
public abstract class RefreshFlow extends FlowTest {
  static final Duration HOUR = Duration.ofHours(1);
  static final Duration LEASE = Duration.ofSeconds(30);

  final MemoryOAuth far = house.oauth.oauth();
  final Connection ann = house.connectOAuth(ANN, "ann");
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  /** Ann's call. */
  final void stat() {
    stat(house.davit);
  }

  /** Ann's call to another node. */
  final void stat(Davit node) {
    node.files().stat(ANN, ann.id(), EntryId.ROOT);
  }

  /** Does something on a thread of its own. */
  final Future<?> start(Runnable work) {
    return threads.submit(work);
  }

  /** How something failed; null if it did not. */
  static @Nullable ErrorKind kind(Future<?> work) {
    try {
      work.get(60, TimeUnit.SECONDS);
      return null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CloudException known) {
        return known.kind();
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Ann's tokens are of no use any more. */
  final void expire() {
    house.clock.advance(HOUR);
  }

  /** What an opened storage of Ann's asks for its credentials. */
  final CredentialSource source() {
    stat();
    return Objects.requireNonNull(house.hookedOAuth.source);
  }

  /** How often the provider was asked for new tokens. */
  final int asked() {
    return far.faults().calls("refresh");
  }

  final Connection now() {
    return house.davit.connections().get(ANN, ann.id());
  }

  final OAuthTokens tokens() {
    return house.tokens(ann);
  }

  final CredentialStore.Row row() {
    return house.stores.reading(tx -> tx.credentials().find(ann.id()).orElseThrow());
  }

  /** Puts other tokens in the place of Ann's. */
  final void store(OAuthTokens tokens) {
    Bytes sealed = house.sealed(ann, tokens);
    long version = row().version();
    house.stores.inTransaction(tx -> tx.credentials().replace(ann.id(), version, sealed));
  }
}

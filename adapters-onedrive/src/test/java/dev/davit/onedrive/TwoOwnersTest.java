package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.oauth.Rotation;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.OAuthClient;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.Browsing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two owners at once in one JVM, with a hundred connections whose tokens end again and again, at a
 * provider that replaces refresh tokens and ends a grant of which an old one is used.
 */
class TwoOwnersTest extends OAuthTests {
  private static final int THREADS = 100;

  /** One of the two: an account, what is in its drive, and every token that was given to it. */
  private final class Owner {
    private final MicrosoftAccount account;
    private final String drive;
    private final String name;
    private final Set<String> bearers = ConcurrentHashMap.newKeySet();

    Owner(MicrosoftAccount account, String name) {
      this.account = account;
      this.name = name;
      this.drive = microsofts().items().drive(account);
      String text = "content of " + name;
      microsofts()
          .items()
          .addFile(microsofts().items().root(account), name, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A connection of an owner's, refreshed by the adapter itself once its token is refused. */
  private static final class Connected implements CredentialSource {
    private final OAuthClient client;
    private final Owner owner;
    private OAuthTokens tokens;
    private long version = 1;

    Connected(OAuthClient client, Owner owner, OAuthTokens tokens) {
      this.client = client;
      this.owner = owner;
      this.tokens = tokens;
      owner.bearers.add("Bearer " + tokens.access().reveal());
    }

    @Override
    public VersionedCredential current() {
      return new VersionedCredential(version, tokens);
    }

    @Override
    public VersionedCredential rejected(long refused) {
      tokens = client.refresh(tokens);
      version++;
      assertThat(owner.bearers.add("Bearer " + tokens.access().reveal())).isTrue();
      return current();
    }
  }

  @Test
  void E5_noTokenCrosses_in1000CallsWithForcedRefreshes() throws Exception {
    run(5, 2);
  }

  @Test
  @Tag("long")
  void E5_noTokenCrosses_in10000CallsWithForcedRefreshes() throws Exception {
    run(20, 5);
  }

  /** In each round all tokens are ended first, and then every connection makes its calls. */
  private void run(int rounds, int calls) throws Exception {
    microsofts().microsoft().rotation(Rotation.PUNISHES_REUSE);
    List<Owner> owners =
        List.of(
            new Owner(microsofts().somebody(), "canary-of-ann.txt"),
            new Owner(microsofts().employee(), "canary-of-bob.txt"));
    List<Connected> connections = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Owner owner = owners.get(i % 2);
      connections.add(new Connected(client(), owner, microsofts().tokens(owner.account)));
    }
    long before = microsofts().microsoft().refreshes();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (OneDriveProvider provider = provider(microsofts().settings())) {
      for (int round = 0; round < rounds; round++) {
        microsofts().microsoft().expireAccessTokens();
        microsofts().microsoft().requests().clear();
        together(threads, connections.stream().map(one -> calls(provider, one, calls)).toList());
        assertSeen(owners);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(microsofts().microsoft().refreshes() - before).isEqualTo((long) rounds * THREADS);
  }

  private static Callable<Void> calls(OneDriveProvider provider, Connected connection, int calls) {
    return () -> {
      Storage storage = provider.open(connection);
      Owner owner = connection.owner;
      for (int i = 0; i < calls; i += 2) {
        List<Entry> entries = Browsing.all(storage, EntryId.ROOT, 10);
        assertThat(entries).extracting(Entry::name).containsExactly(owner.name);
        if (i + 1 < calls) {
          assertThat(Browsing.text(storage, entries.get(0).id(), null))
              .isEqualTo("content of " + owner.name);
        }
      }
      return null;
    };
  }

  private static void together(ExecutorService threads, List<Callable<Void>> all) throws Exception {
    for (Future<Void> done : threads.invokeAll(all)) {
      done.get();
    }
  }

  /** Holds that every request to a drive carried a token of its owner's, and others none. */
  private void assertSeen(List<Owner> owners) {
    List<Exchange> seen = microsofts().microsoft().requests().all();
    for (Owner owner : owners) {
      assertThat(seen)
          .filteredOn(sent -> isGraph(sent) && isAt(sent, owner.drive))
          .isNotEmpty()
          .allMatch(sent -> owner.bearers.contains(bearer(sent)));
    }
    assertThat(seen).filteredOn(sent -> !isGraph(sent)).allMatch(sent -> bearer(sent).isEmpty());
    assertThat(seen)
        .filteredOn(TwoOwnersTest::isGraph)
        .allMatch(sent -> owners.stream().anyMatch(owner -> owner.bearers.contains(bearer(sent))));
    assertThat(owners.get(0).bearers).doesNotContainAnyElementsOf(owners.get(1).bearers);
  }

  private static boolean isGraph(Exchange sent) {
    return sent.path().startsWith("/v1.0/");
  }

  private static boolean isAt(Exchange sent, String drive) {
    return sent.path().replace("%21", "!").contains("/" + drive + "/");
  }

  private static String bearer(Exchange sent) {
    return sent.header("Authorization").orElse("");
  }
}

package dev.davit.testkit.contract;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.OAuthClient;
import dev.davit.testkit.memory.MemoryOAuth;
import dev.davit.testkit.memory.MemoryOAuthProvider;
import dev.davit.testkit.memory.TestClock;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The client in memory, perhaps with one thing wrong. */
final class MemoryOAuthSetup implements OAuthSetup {
  private static final List<String> OPERATIONS = List.of("exchange", "refresh", "revoke");

  private final TestClock clock = new TestClock();
  private final MemoryOAuth oauth;
  private final OAuthClient client;

  MemoryOAuthSetup(UnaryOperator<OAuthClient> change) {
    MemoryOAuthProvider provider = MemoryOAuthProvider.at(clock);
    oauth = provider.oauth();
    client = change.apply((Authentication.OAuth) provider.authentication());
    oauth.addAccount("user-0");
    oauth.addAccount("user-1");
  }

  @Override
  public OAuthClient client() {
    return client;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public URI redirectUri() {
    return URI.create("https://davit.example/callback/memory_oauth");
  }

  @Override
  public URI otherRedirectUri() {
    return URI.create("https://davit.example/callback/other");
  }

  @Override
  public List<String> secrets() {
    return List.of("hush-of-a-client");
  }

  @Override
  public OAuthReturn allow(URI page, int user) {
    return of(oauth.consent(page, "user-" + user));
  }

  @Override
  public OAuthReturn allowLess(URI page, int user) {
    return of(oauth.consent(page, "user-" + user, Set.of(MemoryOAuth.PROFILE)));
  }

  @Override
  public OAuthReturn deny(URI page, int user) {
    return of(oauth.deny(page));
  }

  private static OAuthReturn of(MemoryOAuth.Returned returned) {
    return new OAuthReturn(returned.state(), returned.code(), returned.error(), returned.issuer());
  }

  @Override
  public void withdraw(int user) {
    oauth.withdraw("user-" + user);
  }

  @Override
  public void rotate(boolean rotates) {
    oauth.rotate(rotates);
  }

  @Override
  public void always(OAuthFault fault) {
    ErrorKind kind = fault.kinds().iterator().next();
    Duration delay = kind == ErrorKind.RATE_LIMITED ? Duration.ofSeconds(7) : null;
    CloudException failure =
        new CloudException(kind, "The server in memory fails.", Hints.NONE, delay, null);
    OPERATIONS.forEach(operation -> oauth.faults().fail(operation, failure));
  }

  @Override
  public void mend() {
    oauth.faults().mend();
  }

  @Override
  public int requests() {
    return oauth.faults().calls("exchange") + oauth.faults().calls("refresh");
  }
}

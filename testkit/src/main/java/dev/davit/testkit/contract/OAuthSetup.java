package dev.davit.testkit.contract;

import dev.davit.ports.storage.OAuthClient;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * An OAuth client to be tried, and the authorization server behind it, on whose pages the test is
 * the user. Users are numbered, 0 and 1; each is an account of its own.
 */
public interface OAuthSetup {
  OAuthClient client();

  /** By which the client says when tokens expire. */
  InstantSource clock();

  /** A redirect URI that is registered for the client. */
  URI redirectUri();

  /** Another one, registered too, if the server wants them to be. */
  URI otherRedirectUri();

  /** Texts that nothing may show, such as the client's secret. */
  List<String> secrets();

  /** A user opens the page and allows all that is asked for. */
  OAuthReturn allow(URI page, int user);

  /** A user opens the page and leaves out that without which nothing works. */
  OAuthReturn allowLess(URI page, int user);

  /** A user opens the page and denies. */
  OAuthReturn deny(URI page, int user);

  /** A user takes back all that was granted, on the server's own page. */
  void withdraw(int user);

  /** Whether each refresh gives a new refresh token from now on; not so at first. */
  void rotate(boolean rotates);

  /** Every request to the endpoints meets this from now on, until {@link #mend}. */
  void always(OAuthFault fault);

  /** Nothing goes wrong any more. */
  void mend();

  /** How many requests the token endpoint has got. */
  int requests();

  /** Where the server is known to be different. */
  default Set<OAuthDeviation> deviations() {
    return Set.of();
  }
}

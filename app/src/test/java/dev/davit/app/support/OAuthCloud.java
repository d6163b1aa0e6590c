package dev.davit.app.support;

import dev.davit.emulator.oauth.OAuthEmulator;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An emulated cloud that is connected on pages of its own, and what a server needs to take it for
 * the real one.
 *
 * @param <E> the emulator
 * @param <A> who has an account there
 * @param <D> how somebody decides there
 */
public abstract class OAuthCloud<E extends OAuthEmulator<?>, A, D> implements AutoCloseable {
  private final E emulator;
  private final String initiate;
  private final List<String> secrets = new CopyOnWriteArrayList<>();

  OAuthCloud(E emulator, String provider, String clientSecret) {
    this.emulator = emulator;
    initiate = "/api/cloud/oauth/initiate/" + provider;
    secrets.add(clientSecret);
  }

  final E emulator() {
    return emulator;
  }

  /** Plays a browser whose user decides so, and answers where it is sent. */
  abstract URI consent(URI page, A account, D decision);

  /** Somebody who allows all. */
  abstract D allowing();

  /** How all refresh tokens begin. */
  abstract Set<String> refreshTokens();

  /** What a server must be told. */
  public abstract Map<String, String> settings();

  /** Somebody new, with one text file of this name in their storage. */
  public abstract A account(String email, String file);

  /** The SHA-256 of each file of this name at the top of somebody's storage. */
  public abstract List<String> sha256(A account, String file);

  /** Takes back what somebody has granted. */
  public abstract void revoke(A account);

  /** How many grants of this server an account has. */
  public abstract int grants(A account);

  /** Ends all access tokens. */
  public final void expireAccessTokens() {
    emulator.expireAccessTokens();
  }

  /** How many times tokens were refreshed. */
  public final long refreshes() {
    return emulator.refreshes();
  }

  /** Connects as one browser does whose user allows all, and answers where it landed. */
  public final String connect(Client user, A account) {
    return connect(user, account, allowing());
  }

  /** Connects as one browser does, and answers where it landed. */
  public final String connect(Client user, A account, D decision) {
    return connect(user, user.port(), initiate, account, decision);
  }

  /** Connects as one browser does that comes back to another node. */
  public final String connect(Client user, ServerProcess back, A account) {
    return connect(user, back.port(), initiate, account, allowing());
  }

  /** Connects as one browser does, while something happens before it comes back. */
  public final String connect(Client user, A account, Runnable meanwhile) {
    return connect(user, user.port(), initiate, account, allowing(), meanwhile);
  }

  /** The same, for a connection that is there. */
  public final String reconnect(Client user, String connection, A account) {
    String path = initiate + "?connection_id=" + connection;
    return connect(user, user.port(), path, account, allowing());
  }

  private String connect(Client user, int port, String path, A account, D decision) {
    return connect(user, port, path, account, decision, () -> {});
  }

  private String connect(
      Client user, int port, String path, A account, D decision, Runnable meanwhile) {
    Answer begun = user.get(path).expect(200);
    String cookie = begun.header("Set-Cookie").replaceFirst(";.*", "");
    URI back = consent(URI.create(begun.text("authorization_url")), account, decision);
    if (!cookie.isEmpty()) {
      secrets.add(cookie.substring(cookie.indexOf('=') + 1));
    }
    Arrays.stream(back.getRawQuery().split("&"))
        .filter(pair -> pair.startsWith("code=") || pair.startsWith("state="))
        .map(pair -> pair.substring(pair.indexOf('=') + 1))
        .forEach(value -> secrets.add(URLDecoder.decode(value, StandardCharsets.UTF_8)));
    meanwhile.run();
    return Client.of(port)
        .with("Cookie", cookie)
        .get(back.getRawPath() + "?" + back.getRawQuery())
        .expect(303)
        .header("Location");
  }

  /**
   * What nobody may find anywhere: codes, states, bindings, access tokens, the client's secret; and
   * how refresh tokens begin.
   */
  public final String[] secrets() {
    Set<String> all = new HashSet<>(secrets);
    emulator.requests().all().stream()
        .flatMap(seen -> seen.header("Authorization").stream())
        .map(header -> header.replaceFirst("^Bearer ", ""))
        .forEach(all::add);
    all.addAll(refreshTokens());
    return all.toArray(String[]::new);
  }

  @Override
  public final void close() {
    emulator.close();
  }
}

package dev.davit.emulator.google;

import dev.davit.emulator.oauth.OAuthEmulator;
import dev.davit.emulator.oauth.PlayedBrowser;
import dev.davit.emulator.oauth.Rotation;
import dev.davit.emulator.oauth.Setup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Google on 127.0.0.1, strict; what goes wrong at it is in {@link GoogleFaults}. */
public final class GoogleEmulator extends OAuthEmulator<Site> {
  /** The application that is registered from the start. */
  public static final GoogleClient CLIENT =
      GoogleClient.of("davit.apps.googleusercontent.com", "GOCSPX-emulated");

  private final World world;

  private GoogleEmulator(Setup<Site, GoogleEmulator> setup) throws IOException {
    super(setup);
    world = new World(origin().clock());
    world.clients().register(CLIENT);
    GoogleCommands.add(world, origin());
    origin().serve(new AuthServlet(world), AuthServlet.PATTERNS);
    origin().serve(new TokenServlet(world), TokenServlet.PATTERN);
    origin().serve(new RevokeServlet(world), RevokeServlet.PATTERN);
    origin().serve(new UserinfoServlet(world.bearer()), UserinfoServlet.PATTERNS);
    origin().serve(new CertsServlet(), CertsServlet.PATTERN);
    open(new Site(origin(), world));
  }

  /**
   * Starts one on any free port, with the time of this machine.
   *
   * @param dir a folder of its own, made when it is not there
   */
  public static GoogleEmulator start(Path dir) {
    return at(dir).start();
  }

  /** Prepares one that is different from the usual. */
  public static Setup<Site, GoogleEmulator> at(Path dir) {
    return new Setup<>(dir, GoogleEmulator::new);
  }

  /**
   * Somebody new.
   *
   * @throws IllegalArgumentException when the address is none, or somebody's already
   */
  public GoogleAccount addAccount(String email) {
    return world.accounts().add(email);
  }

  /** Registers an application beside {@link #CLIENT}, or changes the one of the same id. */
  public void register(GoogleClient client) {
    world.clients().register(client);
  }

  /** Gives tokens to {@link #CLIENT} as if the account had consented on the page. */
  public GoogleTokens grant(GoogleAccount account, String... scopes) {
    return grant(account, CLIENT, scopes);
  }

  /** Gives tokens to a client as if the account had consented on the page. */
  public GoogleTokens grant(GoogleAccount account, GoogleClient client, String... scopes) {
    return world.grant(account, world.clients().now(client), scopes).tokens();
  }

  /**
   * A user opens what a client sent them to, chooses an account, and answers; over HTTP, as a
   * browser would.
   *
   * @return where the browser is sent then, with a code or an error; nobody goes there
   * @throws IllegalStateException when the vendor's error page is shown
   */
  public URI consent(URI authorizationUri, GoogleAccount account, Decision decision) {
    return new PlayedBrowser(new GoogleUser(account, decision)).open(authorizationUri);
  }

  /** Takes back all that an account granted to anybody, as on its page of connected apps. */
  public void revoke(GoogleAccount account) {
    world.revoke(account);
  }

  @Override
  public void expireAccessTokens() {
    world.tokens().expireAccess();
  }

  /** The refresh tokens of all accounts that are good and not replaced. */
  public List<String> liveRefreshTokens() {
    return world.tokens().live();
  }

  /** How many refresh tokens of an account are good and not replaced. */
  public int liveRefreshTokens(GoogleAccount account, GoogleClient client) {
    return world.tokens().live(account, client).size();
  }

  @Override
  public long refreshes() {
    return world.tokens().refreshes();
  }

  @Override
  public void rotation(Rotation rotation) {
    world.tokens().rotation(rotation);
  }
}

package dev.davit.emulator.microsoft;

import dev.davit.emulator.oauth.OAuthEmulator;
import dev.davit.emulator.oauth.PlayedBrowser;
import dev.davit.emulator.oauth.Rotation;
import dev.davit.emulator.oauth.Setup;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Microsoft on 127.0.0.1, strict: the identity platform of login.microsoftonline.com and, where an
 * API is mounted, graph.microsoft.com.
 */
public final class MicrosoftEmulator extends OAuthEmulator<Site> {
  /** The application that is registered from the start, for everybody. */
  public static final MicrosoftClient CLIENT =
      MicrosoftClient.of("0da71f00-5eed-4c0d-9a5e-c10ddad0e001", "dAv8Q~emulated");

  private final World world;

  private MicrosoftEmulator(Setup<Site, MicrosoftEmulator> setup) throws IOException {
    super(setup);
    world = new World(origin().clock());
    world.clients().register(CLIENT);
    MicrosoftCommands.add(this, world, origin());
    origin().serve(new StsServlet(world), StsServlet.PATTERNS);
    open(new Site(origin(), world));
  }

  /**
   * Starts one on any free port, with the time of this machine.
   *
   * @param dir a folder of its own, made when it is not there
   */
  public static MicrosoftEmulator start(Path dir) {
    return at(dir).start();
  }

  /** Prepares one that is different from the usual. */
  public static Setup<Site, MicrosoftEmulator> at(Path dir) {
    return new Setup<>(dir, MicrosoftEmulator::new);
  }

  /**
   * A new directory.
   *
   * @param domain such as {@code contoso.example}
   * @throws IllegalArgumentException when it is none, or there already
   */
  public Tenant addTenant(String domain) {
    return world.tenants().add(domain);
  }

  /**
   * Somebody new with a personal account.
   *
   * @throws IllegalArgumentException when the address is none, or somebody's already
   */
  public MicrosoftAccount addAccount(String email) {
    return addAccount(email, Tenant.PERSONAL);
  }

  /**
   * Somebody new with an account of work or school.
   *
   * @throws IllegalArgumentException when the address is none, or somebody's in this tenant already
   */
  public MicrosoftAccount addAccount(String email, Tenant tenant) {
    return world.accounts().add(email, tenant);
  }

  /** Registers an application beside {@link #CLIENT}, or changes the one of the same id. */
  public void register(MicrosoftClient client) {
    world.clients().register(client);
  }

  /** Gives tokens to {@link #CLIENT} as if the account had consented on the page. */
  public MicrosoftTokens grant(MicrosoftAccount account, String... scopes) {
    return grant(account, CLIENT, scopes);
  }

  /**
   * Gives tokens to a client as if the account had consented on the page; always with a refresh
   * token.
   *
   * @param scopes with or without Graph's address before them
   * @throws IllegalArgumentException when one is not known
   */
  public MicrosoftTokens grant(MicrosoftAccount account, MicrosoftClient client, String... scopes) {
    return world.grant(account, world.clients().now(client), scopes).tokens();
  }

  /**
   * A user opens what a client sent them to, chooses an account, and answers; over HTTP, as a
   * browser would. A user who may not consent goes back without.
   *
   * @return where the browser is sent then, with a code or an error; nobody goes there
   * @throws IllegalStateException when the vendor's error page is shown, or a page that posts to
   *     the client ({@code response_mode=form_post})
   */
  public URI consent(URI authorizationUri, MicrosoftAccount account, Decision decision) {
    return new PlayedBrowser(new MicrosoftUser(account, decision)).open(authorizationUri);
  }

  /**
   * Gives the consent of an organization's administrator for one of its accounts: the page does not
   * ask it.
   *
   * @param scopes with or without Graph's address before them
   */
  public void consentAsAdmin(MicrosoftAccount account, MicrosoftClient client, String... scopes) {
    world.consents().give(account, client, Scopes.of(scopes));
  }

  /** Takes back the consents of an account; its refresh tokens are there, and good for nothing. */
  public void withdrawConsent(MicrosoftAccount account) {
    world.consents().takeBack(account);
  }

  /**
   * Ends all refresh tokens of an account and takes back its consents, as when it, or its
   * administrator, revokes its sessions. Its access tokens live out their hour, as at the real one.
   */
  public void revoke(MicrosoftAccount account) {
    world.consents().takeBack(account);
    world.tokens().end(grant -> grant.account().equals(account));
  }

  @Override
  public void expireAccessTokens() {
    world.tokens().expireAccess();
  }

  /** How many refresh tokens of an account are good and not replaced. */
  public int liveRefreshTokens(MicrosoftAccount account, MicrosoftClient client) {
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

package dev.davit.emulator.google;

import dev.davit.emulator.Faults;
import dev.davit.emulator.Requests;
import dev.davit.emulator.internal.Control;
import dev.davit.emulator.internal.FaultsFilter;
import dev.davit.emulator.internal.LoopbackTomcat;
import dev.davit.emulator.internal.RequestsFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Google on 127.0.0.1: all its hosts at one origin, strict and with real state; as long as it runs
 * it keeps what it was told. Safe for use by several threads.
 */
public final class GoogleEmulator implements AutoCloseable {
  /** The application that is registered from the start. */
  public static final GoogleClient CLIENT =
      GoogleClient.of("davit.apps.googleusercontent.com", "GOCSPX-emulated");

  private final World world;
  private final LoopbackTomcat tomcat;
  private final List<GoogleApi> apis;

  private GoogleEmulator(Builder builder) throws IOException {
    world = new World(builder.clock, Files.createDirectories(builder.dir.resolve("data")));
    world.clients().register(CLIENT);
    apis = List.copyOf(builder.apis);
    tomcat =
        new LoopbackTomcat(
            Files.createDirectories(builder.dir.resolve("tomcat")),
            world.folder(),
            "",
            builder.port);
    install();
    tomcat.start();
  }

  private void install() {
    Control control = GoogleCommands.control(world);
    control.add("clear", "takes all faults back", request -> clearFaults());
    tomcat.filter(new RequestsFilter(world.requests()), "/*");
    tomcat.filter(new FaultsFilter(world.faults()), "/*");
    tomcat.servlet(new AuthServlet(world), Map.of(), AuthServlet.PATTERNS);
    tomcat.servlet(new TokenServlet(world), Map.of(), TokenServlet.PATTERN);
    tomcat.servlet(new RevokeServlet(world), Map.of(), RevokeServlet.PATTERN);
    tomcat.servlet(new UserinfoServlet(world.bearer()), Map.of(), UserinfoServlet.PATTERNS);
    tomcat.servlet(new CertsServlet(world.idTokens()), Map.of(), CertsServlet.PATTERN);
    tomcat.servlet(control, Map.of(), Control.PATTERN);
    apis.forEach(api -> api.mount(new Site(tomcat, world, control)));
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
  public static Builder at(Path dir) {
    return new Builder(dir);
  }

  /** Its origin, for all hosts of Google's; ends in a slash. */
  public URI url() {
    return URI.create(tomcat.scheme() + "://127.0.0.1:" + tomcat.port() + "/");
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
    return new PlayedBrowser(account, decision).open(authorizationUri);
  }

  /** Takes back all that an account granted to anybody, as on its page of connected apps. */
  public void revoke(GoogleAccount account) {
    world.revoke(account);
  }

  /** Ends all access tokens of now, as if their hour were over. */
  public void expireAccessTokens() {
    world.tokens().expireAccess();
  }

  /** How many refresh tokens of an account are good and not replaced. */
  public int liveRefreshTokens(GoogleAccount account, GoogleClient client) {
    return world.tokens().live(account, client).size();
  }

  /** How many times a refresh token got an access token. */
  public long refreshes() {
    return world.tokens().refreshes();
  }

  /** What becomes of refresh tokens that are used from now on; {@link Rotation#NONE} at first. */
  public void rotation(Rotation rotation) {
    world.tokens().rotation(rotation);
  }

  /** Lets time go by, beside that which goes by itself. */
  public void advance(Duration by) {
    world.clock().advance(by);
  }

  /** Its time. */
  public InstantSource clock() {
    return world.clock();
  }

  /** What can be made to go wrong with the next requests; see {@link GoogleFaults}. */
  public Faults faults() {
    return world.faults();
  }

  /** Takes back everything that was made to go wrong, in the APIs, too. */
  public void clearFaults() {
    world.faults().clear();
    apis.forEach(GoogleApi::clearFaults);
  }

  /** What it was asked. */
  public Requests requests() {
    return world.requests();
  }

  /** Ends it; the folder stays, without content of files. Does nothing the second time. */
  @Override
  public void close() {
    clearFaults();
    tomcat.close();
    apis.forEach(GoogleApi::close);
  }

  /** What is different from the usual. */
  public static final class Builder {
    private final Path dir;
    private final List<GoogleApi> apis = new ArrayList<>();
    private InstantSource clock = Clock.systemUTC();
    private int port;

    private Builder(Path dir) {
      this.dir = dir;
    }

    /** Tells it the time. */
    public Builder clock(InstantSource newClock) {
      clock = newClock;
      return this;
    }

    /** Where it listens; 0, the usual, for any that is free. */
    public Builder port(int newPort) {
      port = newPort;
      return this;
    }

    /** Serves an API, too. */
    public Builder with(GoogleApi api) {
      apis.add(api);
      return this;
    }

    /**
     * Starts it.
     *
     * @throws IllegalStateException when the port is taken
     */
    public GoogleEmulator start() {
      try {
        return new GoogleEmulator(this);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package dev.davit.emulator.nextcloud;

import dev.davit.emulator.Requests;
import dev.davit.emulator.internal.LoopbackTomcat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;

/**
 * A Nextcloud on 127.0.0.1, strict and with real state in a folder; as long as it runs it keeps
 * what it was told. Safe for use by several threads.
 */
public final class NextcloudEmulator implements AutoCloseable {
  private final LoopbackTomcat tomcat;
  private final String webroot;
  private final Cloud cloud;

  private NextcloudEmulator(Builder builder) throws IOException {
    webroot = builder.webroot;
    cloud = new Cloud(builder.dir, builder.clock, builder.minimumChunk);
    tomcat =
        new LoopbackTomcat(
            Files.createDirectories(builder.dir.resolve("tomcat")),
            cloud.disk().data(),
            builder.webroot,
            builder.port);
    if (!builder.keyStore.toString().isEmpty()) {
      tomcat.tls(builder.keyStore, builder.keyPassword);
    }
    cloud.install(tomcat);
    tomcat.start();
  }

  /**
   * Starts one at the root of any free port, with the time of this machine.
   *
   * @param dir a folder of its own, made when it is not there
   */
  public static NextcloudEmulator start(Path dir) {
    return at(dir).start();
  }

  /** Prepares one that is different from the usual. */
  public static Builder at(Path dir) {
    return new Builder(dir);
  }

  /** What a user types as the server's address; ends in a slash. */
  public URI address() {
    return URI.create(tomcat.scheme() + "://127.0.0.1:" + tomcat.port() + webroot + "/");
  }

  /**
   * Somebody new, with an empty home.
   *
   * @param login what is typed to log in
   * @param userId what stands in DAV paths; another word than the login, so that nobody takes one
   *     for the other
   * @param password the account's own
   */
  public void addUser(String login, String userId, String password) {
    if (login.equals(userId)) {
      throw new IllegalArgumentException("Login and user id must differ.");
    }
    cloud.add(new Account(login, userId, password));
  }

  /**
   * A new app password of a user.
   *
   * @param client how it is named
   * @throws IllegalArgumentException when nobody has this login
   */
  public String addAppPassword(String login, String client) {
    return cloud.accounts().grant(account(login), client).token();
  }

  /** The names of the app passwords that a user has, in no order. */
  public List<String> appPasswords(String login) {
    Account account = account(login);
    return cloud.accounts().appPasswords().stream()
        .filter(password -> password.account().equals(account))
        .map(AppPassword::name)
        .toList();
  }

  /** Ends an app password, as a user does on the page of their devices. */
  public void revoke(String appPassword) {
    cloud.accounts().revoke(appPassword);
  }

  /** Asks the device with this app password to forget everything; it is no longer let in. */
  public void markForWipe(String appPassword) {
    cloud.accounts().markForWipe(appPassword);
  }

  /** A user says yes to the login that a client began, without a browser. */
  public void grant(URI loginAddress, String login) {
    cloud.flows().grant(flow(loginAddress), account(login), bare(address()));
  }

  /** A user says no to the login that a client began. */
  public void deny(URI loginAddress) {
    cloud.flows().deny(flow(loginAddress));
  }

  /** The folder on disk that is a user's home; what is put there is served. */
  public Path files(String userId) {
    return cloud.disk().home(userId);
  }

  /**
   * How much a user may have.
   *
   * @param bytes or -1 for "not computed", -2 for "unknown", -3 for unlimited, which is the usual
   */
  public void quota(String userId, long bytes) {
    cloud.quotas().limit(userId, bytes);
  }

  /**
   * What a user may do with a file or folder and all below it.
   *
   * @param path decoded, in the user's home
   * @param letters those of {@code oc:permissions}: G read, D delete, N rename, V move, W write, C
   *     make files, K make folders
   */
  public void restrict(String userId, String path, String letters) {
    cloud.permissions().restrict(DavPath.decoded("/files/" + userId + "/" + path), letters);
  }

  /** How many wrong passwords came in the last half hour; above ten everybody gets 429. */
  public int wrongPasswords() {
    return cloud.bruteForce().failures();
  }

  /** Forgets the wrong passwords. */
  public void forgive() {
    cloud.bruteForce().forget();
  }

  /** What can be made to go wrong. */
  public NextcloudFaults faults() {
    return cloud.faults();
  }

  /** What it was asked. */
  public Requests requests() {
    return cloud.requests();
  }

  /** Ends it; the folder stays. Does nothing the second time. */
  @Override
  public void close() {
    cloud.faults().clear();
    tomcat.close();
  }

  private Account account(String login) {
    return cloud
        .accounts()
        .byLogin(login)
        .orElseThrow(() -> new IllegalArgumentException("Nobody logs in as " + login + "."));
  }

  private LoginFlow flow(URI loginAddress) {
    String path = loginAddress.getPath();
    return cloud
        .flows()
        .byLogin(path.substring(path.lastIndexOf('/') + 1))
        .orElseThrow(() -> new IllegalArgumentException("No such login is under way."));
  }

  private static String bare(URI address) {
    String text = address.toString();
    return text.substring(0, text.length() - 1);
  }

  /** What is different from the usual. */
  public static final class Builder {
    private static final long MINIMUM_CHUNK = 5L << 20;

    private final Path dir;
    private InstantSource clock = Clock.systemUTC();
    private int port;
    private long minimumChunk = MINIMUM_CHUNK;
    private String webroot = "";
    private Path keyStore = Path.of("");
    private String keyPassword = "";

    private Builder(Path dir) {
      this.dir = dir;
    }

    /** Tells it the time: of logins, uploads, wrong passwords and the trash. */
    public Builder clock(InstantSource newClock) {
      clock = newClock;
      return this;
    }

    /** Where it listens; 0, the usual, for any that is free. */
    public Builder port(int newPort) {
      port = newPort;
      return this;
    }

    /**
     * How many bytes every chunk but the last must have; 5 MiB by the vendor's rule, less for tests
     * that have no time.
     */
    public Builder minimumChunk(long bytes) {
      minimumChunk = bytes;
      return this;
    }

    /** The path that it lives under, such as {@code /nextcloud}; usually none. */
    public Builder webroot(String newWebroot) {
      webroot = newWebroot;
      return this;
    }

    /** Speaks TLS with the key in this PKCS#12 file; usually plain HTTP. */
    public Builder tls(Path pkcs12, String password) {
      keyStore = pkcs12;
      keyPassword = password;
      return this;
    }

    /** Starts it. */
    public NextcloudEmulator start() {
      try {
        return new NextcloudEmulator(this);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package dev.davit.app.support;

import dev.davit.app.DavitApp;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A server wired as in production, in this process, and a foreign WebDAV server beside it. */
public final class House implements AutoCloseable {
  public static final String DAV_USER = "ada";

  /** What every user of the foreign server has, and nobody may find anywhere. */
  public static final String DAV_PASSWORD = "kanarie:Vogel/7+é€ %&";

  /** The password of every account. */
  public static final String PASSWORD = "Kolibri & Zaunkönig 1904";

  public static final String ADMIN = "admin@example.org";

  private final Path data;
  private final ForeignWebDav foreign;
  private final Logs logs;
  private final DavitApp app;

  private House(Path data, ForeignWebDav foreign, Logs logs, DavitApp app) {
    this.data = data;
    this.foreign = foreign;
    this.logs = logs;
    this.app = app;
  }

  /**
   * Opens one.
   *
   * @param place a folder of its own
   */
  public static House open(Path place) {
    return open(place, Map.of());
  }

  /** Opens one with more settings than the usual. */
  public static House open(Path place, Map<String, String> more) {
    Path data = place.resolve("data");
    Logs logs = Logs.collect();
    ForeignWebDav foreign =
        ForeignWebDav.start(place.resolve("foreign")).login(DAV_USER, DAV_PASSWORD);
    Map<String, String> settings = new HashMap<>(more);
    settings.put("DAVIT_PORT", "0");
    settings.put("DAVIT_DATA", data.toString());
    settings.put("DAVIT_REGISTRATION", "open");
    settings.put("DAVIT_ADMIN_EMAIL", ADMIN);
    settings.put("DAVIT_ADMIN_PASSWORD", PASSWORD);
    settings.put("DAVIT_DEV_ALLOW_LOOPBACK", "true");
    return new House(data, foreign, logs, DavitApp.start(settings, null));
  }

  public ForeignWebDav foreign() {
    return foreign;
  }

  public Database database() {
    return new Database(data);
  }

  public Logs logs() {
    return logs;
  }

  /** Where the page is. */
  public URI page() {
    return URI.create("http://localhost:" + app.port() + "/");
  }

  /** A client who is not signed in. */
  public Client anybody() {
    return Client.of(app.port());
  }

  /** A new user, signed in with a token. */
  public Client user(String name) {
    return anybody().registered(email(name), PASSWORD);
  }

  public static String email(String name) {
    return name + "@example.org";
  }

  /** The administrator, signed in with a token. */
  public Client admin() {
    return anybody().loggedIn(ADMIN, PASSWORD);
  }

  /** Connects the foreign server for this user, and answers the connection's id. */
  public String connect(Client user) {
    return user.connect(foreign.address(), DAV_USER, DAV_PASSWORD).expect(201).text("id");
  }

  @Override
  public void close() {
    app.close();
    foreign.close();
    logs.close();
  }
}

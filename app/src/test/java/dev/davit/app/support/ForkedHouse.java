package dev.davit.app.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A foreign WebDAV server in this process, and one data folder over which servers are started and
 * killed.
 */
public final class ForkedHouse implements AutoCloseable {
  private static final String ADA = "ada@example.org";

  private final Path place;
  private final ForeignWebDav foreign;

  private ForkedHouse(Path place, ForeignWebDav foreign) {
    this.place = place;
    this.foreign = foreign;
  }

  /**
   * Opens one.
   *
   * @param place a folder of its own
   */
  public static ForkedHouse open(Path place) {
    return new ForkedHouse(
        place,
        ForeignWebDav.start(place.resolve("foreign")).login(House.DAV_USER, House.DAV_PASSWORD));
  }

  /** Starts a server whose clock is ahead by this much. */
  public ServerProcess start(Duration ahead, String... jvm) {
    Map<String, String> environment =
        Map.of(
            "DAVIT_DATA",
            data().toString(),
            "DAVIT_REGISTRATION",
            "open",
            "DAVIT_DEV_ALLOW_LOOPBACK",
            "true",
            "DAVIT_DEV_CLOCK_OFFSET",
            ahead.toString());
    try {
      Path folder = Files.createDirectories(place.resolve("work"));
      return ServerProcess.run(List.of(jvm), folder, environment, "", "serve", "--port", "0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server whose clock is right. */
  public ServerProcess start() {
    return start(Duration.ZERO);
  }

  /** A new user of this server, signed in. */
  public Client register(ServerProcess server) {
    return server.client().registered(ADA, House.PASSWORD);
  }

  /** That user again, after a restart. */
  public Client login(ServerProcess server) {
    return server.client().loggedIn(ADA, House.PASSWORD);
  }

  /** Connects the foreign server and makes it the default storage; answers the connection's id. */
  public String connect(Client user) {
    Answer connected = user.connect(foreign.address(), House.DAV_USER, House.DAV_PASSWORD);
    String id = connected.expect(201).text("id");
    user.patch("/api/users/me/default-storage", Map.of("provider", "webdav", "connection_id", id))
        .expect(200);
    return id;
  }

  public ForeignWebDav foreign() {
    return foreign;
  }

  /** Where the servers keep what they have. */
  public Path data() {
    return place.resolve("data");
  }

  public Database database() {
    return new Database(data());
  }

  @Override
  public void close() {
    foreign.close();
  }
}

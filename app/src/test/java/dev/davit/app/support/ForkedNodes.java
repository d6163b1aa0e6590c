package dev.davit.app.support;

import dev.davit.testservers.PostgresDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Nodes in processes of their own over one database, and a foreign WebDAV server in this one. */
public final class ForkedNodes implements AutoCloseable {
  /** Which database they share. */
  public enum On {
    SQLITE,
    POSTGRESQL
  }

  private static final String ADA = "ada@example.org";

  private final Path place;
  private final ForeignWebDav foreign;
  private final On on;
  private final Nodes nodes;

  private ForkedNodes(Path place, ForeignWebDav foreign, On on) {
    this.place = place;
    this.foreign = foreign;
    this.on = on;
    nodes = Nodes.open(place);
  }

  /**
   * None yet.
   *
   * @param place a folder of its own
   */
  public static ForkedNodes open(Path place, On on) {
    ForeignWebDav foreign =
        ForeignWebDav.start(place.resolve("foreign")).login(House.DAV_USER, House.DAV_PASSWORD);
    return new ForkedNodes(place, foreign, on);
  }

  /** One more. */
  public ServerProcess start() {
    Map<String, String> settings = new HashMap<>(nodes.settings());
    if (on == On.SQLITE) {
      settings.keySet().removeIf(name -> name.startsWith("DAVIT_DATABASE_"));
    }
    settings.put("DAVIT_DEV_ALLOW_LOOPBACK", "true");
    try {
      String port = Integer.toString(freePort());
      settings.put("DAVIT_PORT", port);
      settings.put("DAVIT_PUBLIC_URL", "http://localhost:" + port);
      Path folder = Files.createDirectories(place.resolve("work"));
      return ServerProcess.run(List.of(), folder, settings, "", "serve");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** A new user, signed in at this node, whose documents go to the foreign server. */
  public Client registered(ServerProcess node) {
    Client user = node.client().registered(ADA, House.PASSWORD);
    String id =
        user.connect(foreign.address(), House.DAV_USER, House.DAV_PASSWORD).expect(201).text("id");
    user.patch("/api/users/me/default-storage", Map.of("provider", "webdav", "connection_id", id))
        .expect(200);
    return user;
  }

  public ForeignWebDav foreign() {
    return foreign;
  }

  /** How many jobs there are. */
  public long jobs() {
    return Long.parseLong(text("SELECT count(*) FROM davit_jobs"));
  }

  /** The id of the only job. */
  public String job() {
    return text("SELECT id FROM davit_jobs");
  }

  /** Every document is to be deleted from now on, by jobs that are due. */
  public void deleteByJobs() {
    write("UPDATE davit_documents SET state = 'DELETING'");
    write(
        "INSERT INTO davit_jobs (id, kind, owner, subject, due_at, attempts)"
            + " SELECT id, 'document.delete', owner, id, 0, 0 FROM davit_documents");
  }

  /** Adds a job that nobody holds, and that is not due for a long time. */
  public void insertForNobody(String id) {
    write(
        "INSERT INTO davit_jobs (id, kind, owner, subject, due_at, attempts) VALUES (?, 'test',"
            + " '1:nobody', 'nothing', 99999999999999, 0)",
        id);
  }

  private String text(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : "";
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(String sql, String... values) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    PostgresDatabase database = nodes.database();
    return on == On.SQLITE
        ? DriverManager.getConnection("jdbc:sqlite:" + place.resolve("data").resolve("davit.db"))
        : database.connect();
  }

  @Override
  public void close() {
    foreign.close();
    nodes.close();
  }
}

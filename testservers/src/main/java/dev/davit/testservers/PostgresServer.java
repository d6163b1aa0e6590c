package dev.davit.testservers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server on 127.0.0.1, at a port that it keeps when it is stopped and started
 * again on the same data. Every commit is written before it is acknowledged. Runs for root too: as
 * nobody, by {@code unshare}.
 */
public final class PostgresServer implements AutoCloseable {
  private static final String USER = "davit";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String password = UUID.randomUUID().toString();
  private final PostgresFolder folder;
  private final boolean flushing;
  private int port;
  private @Nullable EmbeddedPostgres running;

  private PostgresServer(boolean flushing) {
    this.flushing = flushing;
    this.folder = new PostgresFolder();
    start();
    run("CREATE ROLE " + USER + " LOGIN PASSWORD '" + password + "'");
  }

  /**
   * The server that all tests of this JVM share, stopped when it ends. It does not wait for the
   * disk: what was acknowledged survives the end of the server, not that of the machine.
   */
  public static PostgresServer shared() {
    return Shared.SERVER;
  }

  /**
   * A server of one's own, as it would run in production, to be stopped and crashed at will. The
   * caller closes it.
   */
  public static PostgresServer open() {
    return new PostgresServer(true);
  }

  /** The port on 127.0.0.1. */
  public int port() {
    return port;
  }

  /** A new, empty database. */
  public PostgresDatabase createDatabase() {
    return create("template1");
  }

  /** A new database with all that is in another one, to which nobody may be connected. */
  public PostgresDatabase createDatabase(PostgresDatabase template) {
    return create(template.name());
  }

  private PostgresDatabase create(String template) {
    String name = "davit" + COUNT.incrementAndGet();
    run("CREATE DATABASE " + name + " OWNER " + USER + " TEMPLATE " + template);
    return new PostgresDatabase(name, url(name), USER, password);
  }

  /** A connection to a database as superuser, who may end others' connections. */
  public Connection connectAsSuperuser(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "");
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private void run(String sql) {
    try {
      Statements.execute(connectAsSuperuser("postgres"), sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the database server refused a statement", e);
    }
  }

  /** Starts it again after {@link #stop} or {@link #crash}; does nothing while it runs. */
  public synchronized void start() {
    if (running != null) {
      return;
    }
    try {
      EmbeddedPostgres server = folder.configure(port, flushing).start();
      port = server.getPort();
      running = server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stops it: open connections end, transactions among them are rolled back. */
  public synchronized void stop() {
    if (running == null) {
      return;
    }
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      running = null;
    }
  }

  /** Stops it without any care for what it has not written yet, as a crash would. */
  public synchronized void crash() {
    folder.crash();
    running = null;
  }

  /**
   * Writes everything that is kept to disk and answers the files with it: the rows of all tables of
   * all databases as text, one file for each database; then the files of the data directory as they
   * are, the log included. They may be gone or changed after the next call of anything here.
   */
  public List<Path> dump() {
    List<Path> files = new ArrayList<>();
    query("SELECT datname FROM pg_database WHERE datallowconn AND NOT datistemplate")
        .forEach(database -> files.add(rows(database)));
    files.addAll(checkpointed(""));
    return files;
  }

  /** As {@link #dump()}, of one database, and the log of all. */
  public List<Path> dump(PostgresDatabase database) {
    List<Path> files = new ArrayList<>();
    files.add(rows(database.name()));
    String oid =
        query("SELECT oid FROM pg_database WHERE datname = '" + database.name() + "'").get(0);
    files.addAll(checkpointed("base/" + oid));
    files.addAll(folder.files("pg_wal"));
    return files;
  }

  private List<Path> checkpointed(String part) {
    run("CHECKPOINT");
    return folder.files(part);
  }

  private Path rows(String database) {
    try {
      return PostgresRows.dump(connectAsSuperuser(database), folder.dumpFile(database));
    } catch (SQLException e) {
      throw new IllegalStateException("the database could not be dumped", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> query(String sql) {
    try {
      return Statements.query(connectAsSuperuser("postgres"), sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the database server refused a question", e);
    }
  }

  /** Stops it and removes all it kept. */
  @Override
  public void close() {
    stop();
    folder.delete();
  }

  private static final class Shared {
    static final PostgresServer SERVER = new PostgresServer(false);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close, "postgres-stop"));
    }
  }
}

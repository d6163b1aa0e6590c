package dev.davit.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.internal.audit.AuditChain;
import dev.davit.ports.Bytes;
import dev.davit.ports.Secret;
import dev.davit.ports.store.AuditEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long audit log, verified by the command line with little memory. */
@Tag("long")
class AuditMillionTest {
  private static final int ENTRIES = 1_000_000;
  private static final int AT_ONCE = 10_000;
  private static final String HEAP = "-Xmx64m";
  private static final String INSERT =
      """
      INSERT INTO davit_audit (sequence, happened_at, action, outcome, owner, actor, request_id,
          detail, salt, personal_digest, previous, hash)
      VALUES (?, 0, 'connection.connected', 'ok', ?, 'davit', '', 'google_drive', ?, ?, ?, ?)
      """;
  private static final Duration MOST = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void D4_aMillionEntries_verifyInAStream() throws Exception {
    assertThat(new CommandRun().run("audit", "checkpoint", "--data", folder.toString())).isZero();
    fill();
    long start = System.nanoTime();

    Process process = fork();
    try {
      assertThat(process.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)).isTrue();
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(said).contains("as it was written: " + ENTRIES + " entries");
      assertThat(process.exitValue()).isZero();
      System.out.println(ENTRIES + " audit entries verified with " + HEAP + " in " + took);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Straight into the table: the log itself writes one after the other. */
  private void fill() throws SQLException {
    try (Connection database =
        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("davit.db"))) {
      fill(database);
    }
  }

  private static void fill(Connection database) throws SQLException {
    Bytes previous = AuditChain.START;
    try (PreparedStatement insert = database.prepareStatement(INSERT)) {
      database.setAutoCommit(false);
      for (int i = 1; i <= ENTRIES; i++) {
        AuditEntry entry = entry(i, previous);
        previous = AuditChain.hash(entry);
        add(insert, entry, previous);
        if (i % AT_ONCE == 0) {
          int[] unused = insert.executeBatch();
          database.commit();
        }
      }
    }
  }

  private static AuditEntry entry(long sequence, Bytes previous) {
    AuditEntry.Personal personal =
        new AuditEntry.Personal(
            "1:owner" + sequence % 100, "davit", "", "google_drive", new Secret("s" + sequence));
    return new AuditEntry(
        sequence,
        Instant.EPOCH,
        "connection.connected",
        "ok",
        personal,
        AuditChain.digest(personal),
        previous,
        AuditChain.START);
  }

  private static void add(PreparedStatement insert, AuditEntry entry, Bytes hash)
      throws SQLException {
    insert.setLong(1, entry.sequence());
    insert.setString(2, "1:owner" + entry.sequence() % 100);
    insert.setString(3, "s" + entry.sequence());
    insert.setBytes(4, entry.personalDigest().toArray());
    insert.setBytes(5, entry.previous().toArray());
    insert.setBytes(6, hash.toArray());
    insert.addBatch();
  }

  private Process fork() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            HEAP,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "audit",
            "verify",
            "--data",
            folder.toString())
        .redirectErrorStream(true)
        .start();
  }
}

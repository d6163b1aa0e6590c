package dev.davit.app.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.internal.audit.AuditChain;
import dev.davit.ports.Bytes;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Stores;
import java.util.List;

/**
 * What is left of owners who have left.
 *
 * @param site where they were
 * @param clouds in which they had accounts
 */
record Remains(Site site, Clouds clouds) {
  private static final List<String> TABLES =
      List.of("connections", "documents", "jobs", "owner_settings");

  /** What the row of a purge says. */
  private static final String PURGE =
      "SELECT state || ' ' || connections || ' ' || documents_deleted || ' ' ||"
          + " documents_unreachable || ' ' || grants_left FROM davit_purges WHERE owner = ?";

  private static final String WHOLE = "DONE 2 " + Guests.DOCUMENTS + " 0 0";

  /** Nothing, of this one. */
  void check(String owner) {
    String key = "1:" + owner;
    for (String table : TABLES) {
      assertThat(count("davit_" + table + " WHERE owner = ?", key)).as(table + key).isZero();
    }
    assertThat(
            count("davit_owners WHERE id = ? AND state = 'PURGED' AND wrapped_key IS NULL", owner))
        .as("the tombstone of " + owner)
        .isOne();
    assertThat(new Table(site).texts(PURGE, key)).as(key).containsExactly(WHOLE);
    assertThat(clouds.files(owner)).isEmpty();
    assertThat(clouds.grants(owner)).as("grants of " + owner).isZero();
  }

  /** No credential and upload of anybody who is not there, and as many final entries as purges. */
  void checkAll(int purges) {
    assertThat(
            count("davit_credentials WHERE connection NOT IN (SELECT id FROM davit_connections)"))
        .isZero();
    assertThat(
            count("davit_upload_sessions WHERE document NOT IN (SELECT id FROM davit_documents)"))
        .isZero();
    assertThat(count("davit_audit WHERE action = 'cloud.credentials_purged' AND outcome = 'ok'"))
        .isEqualTo(purges);
    assertThat(count("davit_audit WHERE action = 'cloud.credentials_purged'")).isEqualTo(purges);
  }

  /** Nothing on the application's own disk, of this one. */
  void checkDisk(String owner) {
    assertThat(Clouds.holding(site.documents(), Guests.text(owner))).isEmpty();
  }

  /** The audit log is whole. */
  static void checkChain(Stores stores) {
    Bytes previous = AuditChain.START;
    long sequence = 0;
    List<AuditEntry> page = page(stores, sequence);
    while (!page.isEmpty()) {
      for (AuditEntry entry : page) {
        assertThat(entry.sequence()).isEqualTo(++sequence);
        assertThat(entry.previous()).isEqualTo(previous);
        assertThat(entry.hash()).isEqualTo(AuditChain.hash(entry));
        previous = entry.hash();
      }
      page = page(stores, sequence);
    }
    assertThat(sequence).isPositive();
  }

  private static List<AuditEntry> page(Stores stores, long after) {
    return stores.reading(tx -> tx.audit().list(null, after, 1000));
  }

  private long count(String rest, String... values) {
    return new Table(site).number("SELECT count(*) FROM " + rest, values);
  }
}

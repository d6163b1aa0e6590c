package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.store.DocumentStore;
import dev.davit.ports.store.Transaction;
import dev.davit.testservers.PostgresServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an owner lists takes as long among many rows of others as among few. */
@Timeout(600)
final class MillionRowsTest {
  private static final int FEW = 1000;
  private static final int PAGE = 50;
  private static final double MOST = 1.5;

  /**
   * SQLite's cache holds all of a thousand rows; of a million, most pages are read from the file.
   */
  private static final double MOST_FROM_FILE = 3;

  @TempDir Path folder;

  /** The middle of a hundred calls, which says little of the slowest and is soon measured. */
  @Test
  void twentyThousandRows_onPostgres_areListedAsFastAsAThousand() throws Exception {
    compare(postgres(FEW), postgres(20_000), new Measure(20_000, 100, 0.5), MOST);
  }

  @Test
  @Tag("long")
  void aMillionRows_onPostgres_areListedAsFastAsAThousand() throws Exception {
    compare(postgres(FEW), postgres(1_000_000), new Measure(1_000_000, 1000, 0.99), MOST);
  }

  @Test
  @Tag("long")
  void aMillionRows_onSqlite_areListedNearlyAsFastAsAThousand() throws Exception {
    compare(sqlite(FEW), sqlite(1_000_000), new Measure(1_000_000, 1000, 0.99), MOST_FROM_FILE);
  }

  /** Tidied up at once, since the server would do that while it is measured. */
  private static SqlStores postgres(int rows) throws Exception {
    var database = PostgresServer.shared().createDatabase();
    DataSource source = Hosts.source(database);
    SqlStores stores = filled(PostgresDatabases.settings(database), source, rows);
    Hosts.execute(source, "VACUUM");
    return stores;
  }

  private SqlStores sqlite(int rows) throws Exception {
    Path file = folder.resolve(rows + ".db");
    return filled(SqlSettings.sqlite(file), Hosts.source(file, Hosts.config()), rows);
  }

  private static SqlStores filled(SqlSettings settings, DataSource source, int rows)
      throws Exception {
    SqlStores stores = SqlStores.open(settings);
    Filled.fill(source, rows);
    return stores;
  }

  private static void compare(SqlStores few, SqlStores many, Measure measure, double most) {
    try (few;
        many) {
      assertThat(measure.ratio(few, many, MillionRowsTest::connections))
          .as("connections")
          .isLessThan(most);
      assertThat(measure.ratio(few, many, MillionRowsTest::documents))
          .as("documents")
          .isLessThan(most);
    }
  }

  private static int connections(Transaction tx, Owner owner) {
    return tx.connections().list(owner).size();
  }

  /** The first page, and the one after the tenth document. */
  private static int documents(Transaction tx, Owner owner) {
    var first = tx.documents().list(owner, null, PAGE);
    var tenth = first.get(9);
    var after = new DocumentStore.Position(tenth.createdAt(), tenth.id());
    return 10 + tx.documents().list(owner, after, PAGE).size();
  }

  /** Lists what an owner has, and answers how much that is. */
  @FunctionalInterface
  private interface Listing {
    int apply(Transaction tx, Owner owner);
  }

  /**
   * Calls to both in turn, so that what the machine does besides slows both.
   *
   * @param rows how many rows the one with many has
   * @param calls in a round
   * @param quantile of their times
   */
  private record Measure(int rows, int calls, double quantile) {
    /** Of nine rounds after one to get warm, the middle one. */
    double ratio(SqlStores few, SqlStores many, Listing listing) {
      round(few, many, listing);
      double[] ratios = IntStream.range(0, 9).mapToDouble(i -> round(few, many, listing)).toArray();
      Arrays.sort(ratios);
      System.out.printf("%s times of %d rows to %d: %s%n", quantile, rows, FEW, text(ratios));
      return ratios[4];
    }

    private double round(SqlStores few, SqlStores many, Listing listing) {
      Random random = new Random(7);
      long[] fast = new long[calls];
      long[] slow = new long[calls];
      for (int i = 0; i < calls; i++) {
        fast[i] = nanos(few, random.nextInt(Filled.owners(FEW)), listing);
        slow[i] = nanos(many, random.nextInt(Filled.owners(rows)), listing);
      }
      return (double) at(slow) / at(fast);
    }

    private static long nanos(SqlStores stores, int number, Listing listing) {
      Owner owner = new Owner(new OwnerId("o" + number), 1);
      long start = System.nanoTime();
      int found = stores.<Integer>reading(tx -> listing.apply(tx, owner));
      long nanos = System.nanoTime() - start;
      assertThat(found).isEqualTo(Filled.EACH);
      return nanos;
    }

    private long at(long[] nanos) {
      Arrays.sort(nanos);
      return nanos[(int) (nanos.length * quantile)];
    }

    private static String text(double[] ratios) {
      return Arrays.stream(ratios).mapToObj("%.2f"::formatted).toList().toString();
    }
  }
}

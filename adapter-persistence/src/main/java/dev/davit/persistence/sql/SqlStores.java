package dev.davit.persistence.sql;

import com.zaxxer.hikari.HikariDataSource;
import dev.davit.ports.Flows;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The stores in a relational database: SQLite or PostgreSQL. Every failure of the database is
 * {@link dev.davit.ports.ErrorKind#UNAVAILABLE}, a full disk too, and its message never holds the
 * driver's text; the outcome of a transaction whose commit failed is unknown to the caller, but it
 * is there whole or not at all.
 *
 * <p>On SQLite one transaction writes at a time and those that wait get their turn in the order in
 * which they came; readers wait for nobody. All waiting ends after ten seconds. Several processes
 * may share the file; among them the order is left to SQLite.
 *
 * <p>On PostgreSQL transactions of any number of processes write side by side, and their time is
 * the database's. Work that the database refuses for the sake of another transaction is run again,
 * alone; so is work whose connection broke before its commit was sent. When the database is away,
 * that is said after {@link SqlLimits#connecting}, and the connections are made anew by themselves
 * when it is back.
 */
public final class SqlStores implements Stores, AutoCloseable {
  private final Transactions transactions;
  private final Runnable close;
  private final @Nullable PoolWatch pool;

  private SqlStores(Transactions transactions, Runnable close, @Nullable PoolWatch pool) {
    this.transactions = transactions;
    this.pool = pool;
    this.close = close;
  }

  /**
   * Opens the database with a pool of its own, and makes it and its tables if need be.
   *
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#MISCONFIGURED} if the
   *     address is not one of a database that is known here, its folder is missing, or its tables
   *     are not those of this version; {@link dev.davit.ports.ErrorKind#UNAVAILABLE} if it can't be
   *     opened or brought up to date
   */
  public static SqlStores open(SqlSettings settings) {
    HikariDataSource pool = DatabaseKind.pool(settings);
    try {
      Dialect dialect = DatabaseKind.dialect(settings);
      Transactions transactions = start(pool, dialect, settings.prefix(), settings.migrate());
      return new SqlStores(transactions, pool::close, PoolWatch.over(pool));
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  /** Like {@link #over(DataSource, String, boolean, InstantSource)}, by the system's clock. */
  public static SqlStores over(DataSource source, String prefix, boolean migrate) {
    return over(source, prefix, migrate, InstantSource.system());
  }

  /**
   * Uses the host's own database. For SQLite its connections must have {@code foreign_keys=on},
   * {@code journal_mode=WAL}, {@code synchronous=FULL} and a {@code busy_timeout} of a second or
   * more. PostgreSQL must be 14 or newer and hand out at least four connections at a time. The host
   * closes it, after this.
   *
   * @param prefix as in {@link SqlSettings}
   * @param migrate as in {@link SqlSettings}
   * @throws dev.davit.ports.CloudException as {@link #open} does, and {@link
   *     dev.davit.ports.ErrorKind#MISCONFIGURED} naming what its connections lack
   */
  public static SqlStores over(
      DataSource source, String prefix, boolean migrate, InstantSource clock) {
    return over(
        source,
        DatabaseKind.dialect(source, SqlSettings.checkPrefix(prefix), clock),
        prefix,
        migrate);
  }

  static SqlStores over(DataSource source, Dialect dialect, String prefix, boolean migrate) {
    return new SqlStores(start(source, dialect, prefix, migrate), () -> {}, null);
  }

  private static Transactions start(
      DataSource source, Dialect dialect, String prefix, boolean migrate) {
    dialect.check(source);
    if (migrate) {
      new Migrations(source, dialect, prefix).run();
    }
    Tables.check(source, prefix);
    return new Transactions(source, dialect, prefix);
  }

  @Override
  public <T> T inTransaction(Function<? super Transaction, ? extends T> work) {
    return transactions.writing(sql -> work.apply(new SqlTransaction(sql)));
  }

  @Override
  public <T> T reading(Function<? super Transaction, ? extends T> work) {
    return transactions.reading(sql -> work.apply(new SqlTransaction(sql)));
  }

  /** Pending connects, in the same database. */
  public Flows flows() {
    return new SqlFlows(transactions);
  }

  /**
   * Whether anything is kept that only the operator's keyset can open: then a missing keyset is a
   * loss and not a first start.
   *
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#UNAVAILABLE}
   */
  public boolean holdsSealed() {
    return transactions.reading(Tables::holdSealed);
  }

  /** How the pool is used now; empty where the host has brought its own. Asks no database. */
  public Optional<PoolUse> pool() {
    return Optional.ofNullable(pool).map(PoolWatch::now);
  }

  /**
   * The jobs of all nodes that wait.
   *
   * @param most as far as they are counted; more than zero
   * @throws dev.davit.ports.CloudException {@link dev.davit.ports.ErrorKind#UNAVAILABLE}
   */
  public JobBacklog backlog(int most) {
    return transactions.reading(sql -> JobBacklog.of(sql, most));
  }

  /** Waits a while for the transaction that is writing, then closes the pool if it is our own. */
  @Override
  public void close() {
    transactions.close();
    close.run();
  }

  Transactions transactions() {
    return transactions;
  }
}

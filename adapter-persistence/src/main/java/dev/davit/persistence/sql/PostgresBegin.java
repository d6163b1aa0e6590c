package dev.davit.persistence.sql;

import java.time.Duration;

/**
 * How transactions begin on PostgreSQL, in one round trip: their kind, how long they may take, and
 * for those that write a lock on an empty table, before their snapshot is taken. First attempts
 * share that lock and run side by side. Whatever is run again holds it alone: it waits for those
 * that are under way, nobody else writes meanwhile, and so it is serial by itself. It is not asked
 * to be serializable: PostgreSQL lets go of a transaction's locks before it closes the book on what
 * that one has read, and would refuse now and then for the sake of one that is over. Such locks are
 * granted in the order in which they were asked for.
 */
final class PostgresBegin {
  /**
   * Work does no I/O of its own, so whoever says nothing for this long in a transaction is stopped
   * or cut off, and must not hold up the others.
   */
  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final String turns;
  private final SqlLimits limits;

  PostgresBegin(String prefix, SqlLimits limits) {
    this.turns = prefix + "turns";
    this.limits = limits;
  }

  String statement(Attempt attempt) {
    return attempt.writing()
        ? "BEGIN ISOLATION LEVEL " + level(attempt) + times(attempt) + durable() + lock(attempt)
        : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; " + times(attempt);
  }

  private static String level(Attempt attempt) {
    return attempt.isFirst() ? "SERIALIZABLE; " : "REPEATABLE READ; ";
  }

  private String times(Attempt attempt) {
    return set("statement_timeout", limits.statement())
        + set("lock_timeout", shorter(limits.lock(), attempt.left()))
        + set("idle_in_transaction_session_timeout", SILENCE);
  }

  /** Whatever the server's default is, an answer means that it is written. */
  private static String durable() {
    return "SET LOCAL synchronous_commit = on; ";
  }

  private String lock(Attempt attempt) {
    String mode = attempt.isFirst() ? "ROW SHARE" : "EXCLUSIVE";
    return "LOCK TABLE " + turns + " IN " + mode + " MODE";
  }

  /** In whole seconds, so that there are few different statements. */
  private static Duration shorter(Duration limit, Duration left) {
    Duration whole = Duration.ofSeconds(Math.max(1, left.toSeconds()));
    return limit.compareTo(whole) <= 0 ? limit : whole;
  }

  private static String set(String name, Duration time) {
    return "SET LOCAL " + name + " = " + time.toMillis() + "; ";
  }
}

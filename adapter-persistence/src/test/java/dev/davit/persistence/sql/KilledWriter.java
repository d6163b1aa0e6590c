package dev.davit.persistence.sql;

/** A program that writes until it is killed: a document, a job and an audit entry at a time. */
final class KilledWriter {
  private KilledWriter() {}

  public static void main(String[] arguments) {
    try (SqlStores stores = SqlStores.open(Programs.settings(arguments))) {
      while (true) {
        System.out.println(write(stores));
      }
    }
  }

  private static long write(SqlStores stores) {
    return stores.inTransaction(
        tx -> {
          long next = tx.audit().last().map(last -> last.sequence()).orElse(0L) + 1;
          tx.documents().insert(Samples.document("d" + next));
          tx.jobs().insert(Samples.job("j" + next));
          tx.audit().append(Samples.entry(next));
          return next;
        });
  }
}

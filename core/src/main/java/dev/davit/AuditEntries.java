package dev.davit;

import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Stores;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** All entries of the audit log in their order, read page by page. */
final class AuditEntries implements Iterator<AuditEntry> {
  static final int PAGE = 1000;

  private final Stores stores;
  private final long most;
  private Iterator<AuditEntry> page = Collections.emptyIterator();
  private long after = Long.MIN_VALUE;
  private boolean last;

  /**
   * Entries.
   *
   * @param most the sequence number after which they end
   */
  AuditEntries(Stores stores, long most) {
    this.stores = stores;
    this.most = most;
  }

  @Override
  public boolean hasNext() {
    if (!page.hasNext() && !last) {
      List<AuditEntry> read = stores.reading(tx -> tx.audit().list(null, after, PAGE));
      last = read.size() < PAGE;
      page = read.stream().takeWhile(entry -> entry.sequence() <= most).iterator();
      last |= read.stream().anyMatch(entry -> entry.sequence() >= most);
    }
    return page.hasNext();
  }

  @Override
  public AuditEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    AuditEntry entry = page.next();
    after = entry.sequence();
    return entry;
  }
}

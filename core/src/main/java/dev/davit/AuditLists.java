package dev.davit;

import dev.davit.internal.input.Inputs;
import dev.davit.internal.listing.PageTokens;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.Binding;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.AuditFilter;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the audit log page by page. */
final class AuditLists {
  private final Stores stores;
  private final Owners owners;
  private final PageTokens tokens;

  AuditLists(Stores stores, Owners owners, PageTokens tokens) {
    this.stores = stores;
    this.owners = owners;
    this.tokens = tokens;
  }

  AuditPage own(OwnerId id, AuditQuery query, int limit, @Nullable String token) {
    return stores.reading(tx -> page(tx, filter(query, served(tx, id)), limit, token));
  }

  AuditPage all(AuditQuery query, int limit, @Nullable String token) {
    OwnerId id = query.owner();
    return stores.reading(
        tx -> page(tx, filter(query, id == null ? null : last(tx, id)), limit, token));
  }

  private AuditPage page(Transaction tx, AuditFilter such, int limit, @Nullable String token) {
    Binding list = new Binding("", "", "", "audit|" + Inputs.limit(limit) + "|" + such);
    Long before = token == null ? null : Long.valueOf(tokens.open(token, list));
    List<AuditEntry> found = tx.audit().find(such, before, limit + 1);
    if (found.size() <= limit) {
      return new AuditPage(found, null);
    }
    List<AuditEntry> shown = found.subList(0, limit);
    String last = Long.toString(shown.get(limit - 1).sequence());
    return new AuditPage(shown, tokens.seal(last, list));
  }

  /** An account may have entries before anything is kept for its owner. */
  private String served(Transaction tx, OwnerId id) {
    return owners
        .find(tx, id)
        .map(active -> active.owner().key())
        .orElseGet(() -> new Owner(id, lastGeneration(tx, id) + 1).key());
  }

  private static String last(Transaction tx, OwnerId id) {
    return new Owner(id, Math.max(1, lastGeneration(tx, id))).key();
  }

  private static long lastGeneration(Transaction tx, OwnerId id) {
    return tx.owners().find(id).map(row -> row.owner().generation()).orElse(0L);
  }

  private static AuditFilter filter(AuditQuery query, @Nullable String ownerKey) {
    return new AuditFilter(ownerKey, query.action(), query.outcome(), query.from(), query.to());
  }
}

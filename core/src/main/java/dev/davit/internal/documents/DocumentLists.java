package dev.davit.internal.documents;

import dev.davit.internal.input.Problems;
import dev.davit.internal.listing.PageTokens;
import dev.davit.internal.owners.ActiveOwner;
import dev.davit.internal.owners.Owners;
import dev.davit.ports.Binding;
import dev.davit.ports.DocumentId;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.DocumentStore;
import dev.davit.ports.store.Stores;
import dev.davit.ports.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists documents page by page. */
public final class DocumentLists {
  private final Stores stores;
  private final Owners owners;
  private final PageTokens tokens;

  public DocumentLists(Stores stores, Owners owners, PageTokens tokens) {
    this.stores = stores;
    this.owners = owners;
    this.tokens = tokens;
  }

  /** One page, and one document more if there is a next one. */
  public List<Document> list(OwnerId id, int limit, @Nullable String token) {
    return stores.reading(tx -> list(tx, id, limit, token));
  }

  /** The token of the page that begins after this document. */
  public String next(int limit, Document last) {
    String position = last.createdAt().toEpochMilli() + ":" + last.id();
    return tokens.seal(position, binding(last.owner(), limit));
  }

  private List<Document> list(Transaction tx, OwnerId id, int limit, @Nullable String token) {
    Optional<ActiveOwner> owner = owners.find(tx, id);
    if (owner.isEmpty()) {
      if (token != null) {
        throw Problems.invalidPageToken();
      }
      return List.of();
    }
    Owner known = owner.get().owner();
    DocumentStore.Position after =
        token == null ? null : position(tokens.open(token, binding(known, limit)));
    return tx.documents().list(known, after, limit + 1);
  }

  private static DocumentStore.Position position(String text) {
    int colon = text.indexOf(':');
    Instant createdAt = Instant.ofEpochMilli(Long.parseLong(text.substring(0, colon)));
    return new DocumentStore.Position(createdAt, new DocumentId(text.substring(colon + 1)));
  }

  private static Binding binding(Owner owner, int limit) {
    return new Binding(owner.key(), "", "", "documents|" + limit);
  }
}

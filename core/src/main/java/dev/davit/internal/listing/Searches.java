package dev.davit.internal.listing;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.Found;
import dev.davit.internal.input.Problems;
import dev.davit.internal.providers.Operation;
import dev.davit.ports.Binding;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import org.jspecify.annotations.Nullable;

/** Finds entries by words. Nothing of it is kept: what is asked for differs too much. */
public final class Searches {
  private final ConnectionAccess access;
  private final PageTokens tokens;

  public Searches(ConnectionAccess access, PageTokens tokens) {
    this.access = access;
    this.tokens = tokens;
  }

  /** The page that a token leads to, or the first one; its cursor is still the provider's. */
  public Listing find(Found found, String words, int limit, @Nullable String token, Actor actor) {
    Cursor cursor =
        token == null ? null : new Cursor(tokens.open(token, binding(found, words, limit)));
    return access.list(
        found, actor, Operation.SEARCH, storage -> search(storage, words, limit, cursor));
  }

  private static Listing search(Storage storage, String words, int limit, @Nullable Cursor cursor) {
    return storage
        .search()
        .orElseThrow(() -> Problems.unsupported("This provider can't search.", "search"))
        .find(words, limit, cursor);
  }

  /** The token of the page after this one; null if there is none. */
  public @Nullable String next(Found found, String words, int limit, Listing listing) {
    Cursor next = listing.next();
    return next == null ? null : tokens.seal(next.value(), binding(found, words, limit));
  }

  /** What was typed stands last, since it may hold any character. */
  private static Binding binding(Found found, String words, int limit) {
    return Lists.of(found, "search|" + limit + "|" + words);
  }
}

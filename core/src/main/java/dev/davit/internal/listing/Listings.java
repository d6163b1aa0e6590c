package dev.davit.internal.listing;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.Found;
import dev.davit.internal.credentials.Use;
import dev.davit.internal.providers.Operation;
import dev.davit.ports.Binding;
import dev.davit.ports.ListingCache;
import dev.davit.ports.Observer;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Lists folders through the cache. */
public final class Listings {
  private final ConnectionAccess access;
  private final ListingCache cache;
  private final PageTokens tokens;
  private final Observer observer;

  public Listings(
      ConnectionAccess access, ListingCache cache, PageTokens tokens, Observer observer) {
    this.access = access;
    this.cache = cache;
    this.tokens = tokens;
    this.observer = observer;
  }

  /** The page that a token leads to, or the first one. */
  public ListRequest request(Found found, EntryId folder, int limit, @Nullable String token) {
    return new ListRequest(
        folder,
        limit,
        token == null ? null : new Cursor(tokens.open(token, binding(found, folder, limit))));
  }

  /** The token of the page after this one; null if there is none. */
  public @Nullable String next(Found found, ListRequest request, Listing listing) {
    Cursor next = listing.next();
    return next == null
        ? null
        : tokens.seal(next.value(), binding(found, request.folder(), request.limit()));
  }

  /**
   * The page, from the cache if it is there.
   *
   * @param refresh whether to ask the provider all the same
   */
  public Listing list(Found found, ListRequest request, boolean refresh, Actor actor) {
    Use.WORK.check(found.connection());
    ListingCache.Key key = key(found, request);
    if (refresh) {
      cache.invalidate(key);
    }
    AtomicBoolean asked = new AtomicBoolean();
    try {
      return cache.get(
          key,
          () -> {
            asked.set(true);
            return access.list(found, actor, Operation.LIST, opened -> opened.list(request));
          });
    } finally {
      observer.cache(!asked.get());
    }
  }

  private static ListingCache.Key key(Found found, ListRequest request) {
    return new ListingCache.Key(
        found.connection().id(),
        found.connection().listingEpoch(),
        request.folder(),
        request.cursor(),
        request.limit());
  }

  private static Binding binding(Found found, EntryId folder, int limit) {
    return Lists.of(found, "page|" + folder + "|" + limit);
  }
}

package dev.davit.internal.listing;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.connections.ConnectionAccess;
import dev.davit.internal.connections.Found;
import dev.davit.internal.input.Problems;
import dev.davit.internal.providers.Operation;
import dev.davit.ports.Binding;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Storage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks what changed, from a point on that is sealed as page tokens are. */
public final class ChangeLists {
  private final ConnectionAccess access;
  private final PageTokens tokens;

  public ChangeLists(ConnectionAccess access, PageTokens tokens) {
    this.access = access;
    this.tokens = tokens;
  }

  /**
   * What changed since a point.
   *
   * @param token from the page before; null for now, since when nothing has changed
   */
  public Changes.Page since(Found found, @Nullable String token, Actor actor) {
    Cursor since = token == null ? null : new Cursor(tokens.open(token, binding(found)));
    return access.list(found, actor, Operation.CHANGES, storage -> page(changes(storage), since));
  }

  private static Changes.Page page(Changes changes, @Nullable Cursor since) {
    return since == null ? new Changes.Page(List.of(), changes.now(), false) : changes.since(since);
  }

  private static Changes changes(Storage storage) {
    return storage
        .changes()
        .orElseThrow(
            () -> Problems.unsupported("This provider does not say what changed.", "changes"));
  }

  /** The token with which to go on after a page. */
  public String next(Found found, Changes.Page page) {
    return tokens.seal(page.next().value(), binding(found));
  }

  private static Binding binding(Found found) {
    return Lists.of(found, "changes");
  }
}

package dev.davit.testkit.contract;

/**
 * Where a storage is known to fall short of what its port says. The contract holds that it does so
 * indeed: once it no longer does, the suite fails until the deviation is struck out.
 */
public enum Deviation {
  /** Entries have no etag, so that no write can be made to depend on one. */
  NO_ETAG,
  /**
   * Files that were just written have a weak etag for a while, on which no write can be made to
   * depend (RFC 9110, 13.1.1).
   */
  WEAK_ETAGS,
  /** Names that begin with a dot are taken, but no listing shows them. */
  HIDES_DOT_NAMES,
  /**
   * While a file is being written its folder can't be listed, and what came of it can't be removed;
   * both work again once the writer's line is dead.
   */
  BUSY_WHILE_WRITTEN,
  /** A content is opened, and may be spent, before it is known that the name is taken. */
  OPENS_CONTENT_BEFORE_CONFLICT,
  /** A file is held in memory whole while it is written. */
  HOLDS_BODIES,
  /** After a credential is refused, the server is asked once what stands behind that. */
  ASKS_WHY_REFUSED,
  /**
   * An upload session can't be found by who has not its state: recovering leaves it, unseen, until
   * the server forgets it.
   */
  HIDES_UPLOAD_SESSIONS,
  /** What is known of a file is asked for by HEAD, the answer to which has no body. */
  STATS_WITHOUT_BODY
}

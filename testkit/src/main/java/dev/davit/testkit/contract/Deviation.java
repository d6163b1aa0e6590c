package dev.davit.testkit.contract;

/**
 * Where a storage is known to fall short of what its port says. The contract holds that it does so
 * indeed: once it no longer does, the suite fails until the deviation is struck out.
 */
public enum Deviation {
  /** Files have no etag, so that no write can be made to depend on one. */
  NO_ETAG,
  /** A content is opened, and may be spent, before it is known that the name is taken. */
  OPENS_CONTENT_BEFORE_CONFLICT
}

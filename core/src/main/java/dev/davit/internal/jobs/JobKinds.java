package dev.davit.internal.jobs;

/** The kinds of jobs, as they stand in rows. */
public final class JobKinds {
  /** An upload that was announced and never said to be complete. */
  public static final String SWEEP = "document.sweep";

  /** A document whose provider still has its file. */
  public static final String DELETE = "document.delete";

  /** A connection that is being taken down. */
  public static final String DISCONNECT = "connection.disconnect";

  /** A log-in on a server's page that somebody has begun. */
  public static final String LOGIN = "login.pending";

  /** A log-in of which a connection came. */
  public static final String LOGIN_DONE = "login.done";

  /** A log-in of which nothing is left but what is kept of it. */
  public static final String LOGIN_OVER = "login.over";

  /** An owner who is being purged. */
  public static final String PURGE = "owner.purge";

  private JobKinds() {}
}

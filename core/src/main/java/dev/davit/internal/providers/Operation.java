package dev.davit.internal.providers;

import java.util.EnumSet;
import java.util.Set;

/** The calls to a provider, as the observer is told of them. */
public enum Operation {
  VERIFY("verify"),
  EXCHANGE("exchange"),
  REFRESH("refresh"),
  REVOKE("revoke"),
  START_LOGIN("startLogin"),
  POLL_LOGIN("pollLogin"),
  LIST("list"),
  STAT("stat"),
  CREATE_FOLDER("createFolder"),
  READ("read"),
  WRITE("write"),
  RECOVER("recover"),
  MOVE("move"),
  DELETE("delete"),
  QUOTA("quota"),
  SEARCH("search"),
  CHANGES("changes"),
  COPY("copy");

  private static final Set<Operation> REPEATABLE =
      EnumSet.of(REFRESH, LIST, STAT, READ, RECOVER, QUOTA, SEARCH, CHANGES);

  private final String word;

  Operation(String word) {
    this.word = word;
  }

  /** The method of {@code Storage} or {@code StorageProvider}. */
  public String word() {
    return word;
  }

  /**
   * Whether it may be sent again after a failure. After a lost answer to any other, a second one
   * would say CONFLICT or NOT_FOUND of what has been done.
   */
  boolean repeatable() {
    return REPEATABLE.contains(this);
  }

  /**
   * Whether an answer that made no sense may make some when it is asked for again: a token endpoint
   * behind a proxy that is not well.
   */
  boolean repeatableAfterNonsense() {
    return this == REFRESH;
  }

  /**
   * Whether it is under the deadline: all but an upload, whose content takes its time, and a copy,
   * for which the provider may need as long.
   */
  boolean limited() {
    return this != WRITE && this != COPY;
  }
}

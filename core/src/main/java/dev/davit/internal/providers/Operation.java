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
  COPY("copy"),
  BEGIN_UPLOAD("begin"),
  APPEND("append"),
  WHERE("where"),
  FINISH("finish"),
  CANCEL("cancel");

  private static final Set<Operation> REPEATABLE =
      EnumSet.of(
          REFRESH, LIST, STAT, READ, RECOVER, QUOTA, SEARCH, CHANGES, APPEND, WHERE, FINISH,
          CANCEL);
  private static final Set<Operation> LONG = EnumSet.of(WRITE, COPY, APPEND, FINISH);

  private static final Set<Operation> READING = EnumSet.of(WRITE, APPEND);

  private final String word;

  Operation(String word) {
    this.word = word;
  }

  /** The method of {@code Storage}, {@code UploadSessions} or {@code StorageProvider}. */
  public String word() {
    return word;
  }

  /**
   * Whether it may be sent again after a failure. After a lost answer to any other, a second one
   * would say CONFLICT or NOT_FOUND of what has been done. Whoever sends a part again first asks
   * how far the provider is.
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
   * Whether it is under the deadline: all but an upload, whose content takes its time, and what the
   * provider may need as long for: a copy, or making a file of its parts.
   */
  boolean limited() {
    return !LONG.contains(this);
  }

  /** Whether it reads what somebody else hands in, and whatever fails there is his. */
  boolean readsContent() {
    return READING.contains(this);
  }

  /** Whether it takes one of the places that are there for uploads. */
  boolean uploads() {
    return this == WRITE || this == APPEND || this == FINISH;
  }
}

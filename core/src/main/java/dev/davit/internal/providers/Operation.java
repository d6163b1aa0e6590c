package dev.davit.internal.providers;

/** The calls to a provider, as the observer is told of them. */
public enum Operation {
  VERIFY("verify"),
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
  QUOTA("quota");

  private final String word;

  Operation(String word) {
    this.word = word;
  }

  /** The method of {@code Storage} or {@code StorageProvider}. */
  public String word() {
    return word;
  }
}

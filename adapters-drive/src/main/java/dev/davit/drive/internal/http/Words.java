package dev.davit.drive.internal.http;

/** Sentences that are said in more than one place. */
public final class Words {
  public static final String NO_DOWNLOAD = "The file's owner does not let it be downloaded.";

  public static final String NO_FILE = "This kind of Google document can't be read as a file.";

  static final String SLOW_DOWN = "Google asks to slow down. Try again later.";
  static final String NOT_THIS_USER = "Google does not let this user do that there.";

  private Words() {}
}

package dev.davit.emulator.microsoft.graph;

import java.util.Set;

/** What each kind of call needs, delegated (permissions-reference, and each page's table). */
final class Scopes {
  static final String APP_FOLDER = "Files.ReadWrite.AppFolder";

  /** To know who it is (user-get). */
  static final Set<String> USER =
      Set.of("User.Read", "User.ReadWrite", "User.ReadBasic.All", "User.Read.All");

  /** To write to what is one's own or was shared. */
  static final Set<String> WRITE_ALL = Set.of("Files.ReadWrite.All", "Sites.ReadWrite.All");

  /** To read what is one's own or was shared. */
  static final Set<String> READ_ALL =
      Set.of("Files.Read.All", "Files.ReadWrite.All", "Sites.Read.All", "Sites.ReadWrite.All");

  /** To write to what is one's own. */
  static final Set<String> WRITE =
      Set.of("Files.ReadWrite", "Files.ReadWrite.All", "Sites.ReadWrite.All");

  /** To read what is one's own. */
  static final Set<String> READ =
      Set.of(
          "Files.Read",
          "Files.ReadWrite",
          "Files.Read.All",
          "Files.ReadWrite.All",
          "Sites.Read.All",
          "Sites.ReadWrite.All");

  private Scopes() {}
}

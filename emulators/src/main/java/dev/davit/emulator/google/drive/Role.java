package dev.davit.emulator.google.drive;

/** What somebody may do with a file, least first (guides/ref-roles). */
enum Role {
  NONE,
  READER,
  WRITER,
  /** {@code fileOrganizer} of a shared drive: moves and trashes. */
  MANAGER,
  /** The owner of a file in My Drive; {@code organizer} of a shared drive: deletes for good. */
  OWNER;

  /** The role of this name. */
  static Role of(String name) {
    return switch (name) {
      case "reader", "commenter" -> READER;
      case "writer" -> WRITER;
      case "fileOrganizer" -> MANAGER;
      case "organizer", "owner" -> OWNER;
      default -> throw new IllegalArgumentException("There is no role " + name + ".");
    };
  }

  boolean atLeast(Role other) {
    return compareTo(other) >= 0;
  }
}

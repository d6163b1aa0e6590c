package dev.davit.emulator.google.drive;

import java.util.Set;

/** What each kind of call needs (guides/api-specific-auth, and each method's "Authorization"). */
final class DriveScopes {
  static final String DRIVE = "https://www.googleapis.com/auth/drive";
  static final String READONLY = DRIVE + ".readonly";
  static final String FILE = DRIVE + ".file";
  static final String APPDATA = DRIVE + ".appdata";
  static final String METADATA = DRIVE + ".metadata";
  static final String METADATA_READONLY = METADATA + ".readonly";

  /** To look at metadata. */
  static final Set<String> LOOK =
      Set.of(DRIVE, READONLY, FILE, APPDATA, METADATA, METADATA_READONLY);

  /** To read content. */
  static final Set<String> READ = Set.of(DRIVE, READONLY, FILE, APPDATA);

  /** To export. */
  static final Set<String> EXPORT = Set.of(DRIVE, READONLY, FILE);

  /** To write. */
  static final Set<String> WRITE = Set.of(DRIVE, FILE, APPDATA);

  /** To change metadata. */
  static final Set<String> EDIT = Set.of(DRIVE, FILE, APPDATA, METADATA);

  /** To see shared drives. */
  static final Set<String> DRIVES = Set.of(DRIVE, READONLY);

  /** To do anything. */
  static final Set<String> ALL = Set.of(DRIVE);

  private DriveScopes() {}
}

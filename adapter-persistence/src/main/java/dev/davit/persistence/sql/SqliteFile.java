package dev.davit.persistence.sql;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of an SQLite database. */
final class SqliteFile {
  static final String URL = "jdbc:sqlite:";

  private SqliteFile() {}

  /**
   * Makes the file if it is not there, for its owner only (SQLite gives its log files the same
   * rights), and answers the address unchanged.
   */
  static String prepare(String url) {
    Path file = parse(url);
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw Failures.misconfigured("The folder for the database, " + folder + ", is not there.");
    }
    try {
      Files.createFile(file, ownerOnly(file));
    } catch (FileAlreadyExistsException e) {
      return url;
    } catch (IOException e) {
      throw Failures.unavailable("The database file " + file + " can't be made.", e);
    }
    return url;
  }

  private static Path parse(String url) {
    String path = url.startsWith(URL) ? url.substring(URL.length()) : "";
    int parameters = path.indexOf('?');
    String name = parameters < 0 ? path : path.substring(0, parameters);
    if (name.isEmpty() || name.startsWith(":") || name.startsWith("file:")) {
      throw Failures.misconfigured(
          "The address of the database must be " + URL + " and the path of a file.");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw Failures.misconfigured("The path of the database is not one of this system.");
    }
  }

  /** Rights for the owner only, where the file system has such rights. */
  static FileAttribute<?>[] ownerOnly(Path file) {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }
}

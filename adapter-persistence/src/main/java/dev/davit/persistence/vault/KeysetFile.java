package dev.davit.persistence.vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The operator's keyset, in its file. */
final class KeysetFile {
  private static final int MOST_BYTES = 64 * 1024;

  private KeysetFile() {}

  static Keyset openOrCreate(Path file, boolean rowsExist) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      if (rowsExist) {
        throw Refusal.keyset(
            "The keyset file "
                + file
                + " is missing, and what the database holds can't be read without it: put it back"
                + " from where you keep a copy.");
      }
      NewKeysetFile.create(file);
    }
    return open(file);
  }

  /** Makes one that is there for the first time, in a folder that is its owner's. */
  static Keyset create(Path file) {
    Rights.checkFolder(file);
    if (!NewKeysetFile.create(file)) {
      throw Refusal.keyset(
          "There is something at " + file + " already, and a keyset is never written over.");
    }
    return open(file);
  }

  private static Keyset open(Path file) {
    try {
      Path real = file.toRealPath();
      if (!Files.isRegularFile(real)) {
        throw Refusal.keyset("The keyset " + file + " must be a file.");
      }
      Rights.check(real);
      return parse(file, read(real));
    } catch (IOException e) {
      throw Refusal.keyset(
          "The keyset file " + file + " can't be read: let the user that Davit runs as read it.",
          e);
    }
  }

  private static String read(Path file) throws IOException {
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
    }
  }

  /** Neither the text nor the parser's words about it may get into a message or a log. */
  private static Keyset parse(Path file, String text) {
    if (text.isBlank()) {
      throw Refusal.keyset(
          "The keyset file "
              + file
              + " is empty: put it back from where you keep a copy, or, if nothing was ever stored,"
              + " remove it.");
    }
    try {
      return Keyset.parse(text);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw Refusal.keyset(
          "The keyset file "
              + file
              + " is not a keyset of AES-256-GCM keys: put it back from where you keep a copy.");
    }
  }
}

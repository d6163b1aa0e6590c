package dev.davit.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What is in the demo's cloud before anybody uploads: some folders, some names that are hard, and
 * one long folder.
 */
final class DemoFiles {
  private static final int MANY = 250;

  private DemoFiles() {}

  static void writeInto(Path folder) throws IOException {
    file(
        folder,
        "Welcome.txt",
        "This file lives on a WebDAV server of the demo's own. Davit shows it and never copies it.\n");
    Path letters = Files.createDirectories(folder.resolve("Letters"));
    file(letters, "To the harbour master.txt", "Dear Sir or Madam,\n\nthe crane swings again.\n");
    file(letters, "100% sure & #1 (final).txt", "Names may hold what they like.\n");
    file(letters, "Grüße aus Ærøskøbing ⚓.txt", "Names may come from anywhere.\n");
    Path log = Files.createDirectories(folder.resolve("Logbook"));
    for (int day = 1; day <= MANY; day++) {
      file(log, String.format(Locale.ROOT, "Day %03d.txt", day), "Wind from the west, sea calm.\n");
    }
    Files.createDirectories(folder.resolve("Empty"));
  }

  private static void file(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}

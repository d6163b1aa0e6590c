package dev.davit.demo;

import dev.davit.emulator.google.drive.DriveItems;
import java.nio.charset.StandardCharsets;

/** What is in the demo's Google Drive: a tree, a document of Google's own, a shortcut. */
final class DemoDrive {
  private static final String DOCUMENT = "application/vnd.google-apps.document";
  private static final String FOLDER = "application/vnd.google-apps.folder";

  private DemoDrive() {}

  static void fill(DriveItems items, String account) {
    String root = items.root(account);
    text(items, root, "Readme.md", "# Welcome\nThis file lives in an emulated Google Drive.\n");
    String voyages = items.addFolder(root, "Voyages");
    String north = items.addFolder(voyages, "To the north / 2026");
    text(items, north, "Provisions.txt", "Biscuit, rum, lemons.\n");
    text(items, north, "Provisions.txt", "Two files may have one name.\n");
    items.addFolder(voyages, "To the south");
    items.addDocument(root, "Ship's articles", DOCUMENT, bytes("1. The captain is right.\n"));
    items.addShortcut(root, "This year's voyage", north, FOLDER);
  }

  private static void text(DriveItems items, String folder, String name, String text) {
    items.addFile(folder, name, "text/plain", bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

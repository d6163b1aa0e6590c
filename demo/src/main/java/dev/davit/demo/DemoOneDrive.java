package dev.davit.demo;

import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.graph.GraphItems;
import java.nio.charset.StandardCharsets;

/** What is in the demo's OneDrive: a tree, and a folder that lies in a colleague's. */
final class DemoOneDrive {
  private DemoOneDrive() {}

  static void fill(GraphItems items, MicrosoftAccount captain, MicrosoftAccount colleague) {
    String root = items.root(captain);
    text(items, root, "Readme.md", "# Welcome\nThis file lives in an emulated OneDrive.\n");
    String voyages = items.addFolder(root, "Voyages");
    text(items, items.addFolder(voyages, "To the north"), "Provisions.txt", "Biscuit, lemons.\n");
    items.addFolder(voyages, "To the south");
    String charts = items.addFolder(items.root(colleague), "Charts");
    text(items, charts, "Here be dragons.txt", "This file is in somebody else's OneDrive.\n");
    items.share(charts, captain, true);
    items.addShortcut(root, "Charts", charts);
  }

  private static void text(GraphItems items, String folder, String name, String text) {
    items.addFile(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }
}

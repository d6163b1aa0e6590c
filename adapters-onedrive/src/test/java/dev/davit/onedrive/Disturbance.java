package dev.davit.onedrive;

import dev.davit.emulator.microsoft.graph.GraphFaults;
import dev.davit.emulator.microsoft.graph.GraphItems;
import java.util.List;
import java.util.Set;

/** What happens to a folder between two pages of it. */
final class Disturbance {
  private final GraphItems items;
  private final GraphFaults faults;
  private final String folder;
  private final Set<String> changed;

  /**
   * What happens.
   *
   * @param changed notes Graph's ids of what is renamed or written
   */
  Disturbance(Microsofts microsofts, String folder, Set<String> changed) {
    this.items = microsofts.items();
    this.faults = microsofts.graph().faults();
    this.folder = folder;
    this.changed = changed;
  }

  /**
   * After each page something that was told gets a name at the end and something that was not one
   * at the beginning; some pages come empty, begin with what the one before ended with, or leave
   * out what is being written.
   *
   * @param page how many pages there were
   * @param told Graph's ids of what they told, in order
   */
  void happen(int page, List<String> told) {
    List<String> all = items.children(folder);
    int next = all.indexOf(told.get(told.size() - 1)) + 1;
    if (next + 20 >= all.size()) {
      return;
    }
    switch (page % 4) {
      case 1 -> faults.repeatItems(1);
      case 2 -> faults.emptyPages(1);
      case 3 -> leaveOut(all.get(next));
      default -> faults.clear();
    }
    rename(told.get(told.size() / 2), "zz told " + page);
    rename(all.get(next + 10), "aa not told " + page);
  }

  private void leaveOut(String id) {
    items.write(id, new byte[] {2});
    changed.add(id);
    faults.skipItems(1);
  }

  private void rename(String id, String name) {
    items.rename(id, name);
    changed.add(id);
  }
}

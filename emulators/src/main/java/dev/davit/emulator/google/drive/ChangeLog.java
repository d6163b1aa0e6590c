package dev.davit.emulator.google.drive;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What happened, in order (guides/manage-changes). Guarded by the tree's lock. */
final class ChangeLog {
  /**
   * One thing that happened.
   *
   * @param id of the file or shared drive
   * @param driveId of the shared drive it is in; empty for none
   * @param drive whether it is a shared drive itself
   * @param seers who may know
   */
  record Entry(String id, String driveId, boolean drive, Set<String> seers) {}

  private final List<Entry> entries = new ArrayList<>();

  void file(Item item, Set<String> seers) {
    entries.add(new Entry(item.id, item.driveId, false, Set.copyOf(seers)));
  }

  void drive(SharedDrive drive) {
    entries.add(new Entry(drive.id(), drive.id(), true, Set.copyOf(drive.members().keySet())));
  }

  /** How many there are: where the next begins. */
  int end() {
    return entries.size();
  }

  List<Entry> from(int start) {
    return entries.subList(start, entries.size());
  }
}

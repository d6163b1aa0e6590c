package dev.davit.emulator.google.drive;

import java.time.Instant;
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
   * @param owner whose file it is; empty in a shared drive
   * @param seers who may know
   */
  record Entry(
      String id, String driveId, boolean drive, String owner, Set<String> seers, Instant time) {}

  private final List<Entry> entries = new ArrayList<>();

  void file(Item item, Set<String> seers, Instant now) {
    entries.add(new Entry(item.id, item.driveId, false, item.owner, Set.copyOf(seers), now));
  }

  void drive(SharedDrive drive) {
    Set<String> members = Set.copyOf(drive.members().keySet());
    entries.add(new Entry(drive.id(), drive.id(), true, "", members, drive.created()));
  }

  /** How many there are: where the next begins. */
  int end() {
    return entries.size();
  }

  List<Entry> from(int start) {
    return entries.subList(start, entries.size());
  }
}

package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.ports.CloudException;
import dev.davit.ports.storage.ConflictPolicy;
import java.util.List;

/**
 * Sees to it that what was just made is the only one of its name. Whoever was first stays; all
 * others give way, and all agree on who that is.
 */
final class Newcomers {
  private static final int MOST_NAMES = 3;

  private final DriveClient client;
  private final Siblings siblings;
  private final Destinations destinations;
  private final Removing removing;

  Newcomers(DriveClient client, Siblings siblings, Destinations destinations, Removing removing) {
    this.client = client;
    this.siblings = siblings;
    this.destinations = destinations;
    this.removing = removing;
  }

  /**
   * Looks whether somebody was faster.
   *
   * @param mark for a name that nothing else has
   * @return the file as it is then
   * @throws CloudException {@link dev.davit.ports.ErrorKind#CONFLICT} if it had to give way: then
   *     it is gone
   */
  File settle(File made, Destination to, String mark) {
    File settled = made;
    for (int i = 0; i < MOST_NAMES && isLate(settled, to); i++) {
      if (to.policy() != ConflictPolicy.RENAME) {
        removing.takeBack(settled);
        throw Conflicts.taken();
      }
      settled = renamed(settled, to, mark);
    }
    return settled;
  }

  /** What can't be looked at now was made all the same. */
  private boolean isLate(File made, Destination to) {
    try {
      return rivals(made, to).stream().anyMatch(rival -> Siblings.FIRST.compare(rival, made) < 0);
    } catch (CloudException e) {
      return false;
    }
  }

  private List<File> rivals(File made, Destination to) {
    return siblings.named(to.folder(), List.of(Siblings.shown(made))).stream()
        .filter(file -> !Entries.required(file.getId()).equals(made.getId()))
        .toList();
  }

  private File renamed(File made, Destination to, String mark) {
    String name = destinations.variant(to.folder(), to.name(), mark, made.getId());
    String kept = Siblings.kept(made, name);
    return client.json(
        drive ->
            drive
                .files()
                .update(made.getId(), new File().setName(kept))
                .setSupportsAllDrives(true)
                .setFields(Siblings.FIELDS));
  }
}

package dev.davit.drive.internal.storage;

import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import dev.davit.ports.CloudException;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moves and renames. A shortcut is moved itself, never what it leads to. */
final class Moving {
  private final Desk desk;
  private final Tools tools;
  private final Ancestry ancestry;

  Moving(Desk desk) {
    this.desk = desk;
    this.tools = Tools.of(desk);
    this.ancestry = new Ancestry(desk.files());
  }

  Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    File file = desk.files().get(Tops.notTop(id, "moved"));
    Destinations.Wish wish = Destinations.Wish.placing(file, folder, name, conflict, file.getId());
    Destination to = tools.destinations().find(wish);
    String parent = ancestry.realId(to.folder());
    if (parents(file).contains(parent)) {
      return Siblings.shown(file).equals(name)
          ? Entries.of(file)
          : replaced(changed(file, to, null), file, to);
    }
    ancestry.requireOutside(file, to.folder());
    return replaced(changed(file, to, parent), file, to);
  }

  private static List<String> parents(File file) {
    return file.getParents() == null ? List.of() : file.getParents();
  }

  /** Renames, and puts it into another folder where there is one. */
  private File changed(File file, Destination to, @Nullable String parent) {
    String name = Siblings.kept(file, to.name());
    return tools
        .certainty()
        .of(
            () -> update(file, name, parent, String.join(",", parents(file))),
            () -> done(file, name, parent));
  }

  private File update(File file, String name, @Nullable String add, String remove) {
    File change = name.equals(file.getName()) ? new File() : new File().setName(name);
    return desk.client()
        .json(
            drive -> {
              Drive.Files.Update request = drive.files().update(file.getId(), change);
              request.setSupportsAllDrives(true).setFields(Siblings.FIELDS);
              return add == null ? request : between(request, add, remove);
            });
  }

  private static Drive.Files.Update between(Drive.Files.Update request, String add, String remove) {
    request.setAddParents(add);
    return remove.isEmpty() ? request : request.setRemoveParents(remove);
  }

  private Optional<File> done(File file, String name, @Nullable String parent) {
    return tools
        .lookup()
        .find(Entries.required(file.getId()))
        .filter(now -> name.equals(now.getName()))
        .filter(now -> parent == null || parents(now).equals(List.of(parent)));
  }

  /** What had the name goes to the bin once the other is there: in no moment there is neither. */
  private Entry replaced(File moved, File before, Destination to) {
    File old = to.replaced();
    if (old != null) {
      try {
        tools.removing().trash(Entries.required(old.getId()));
      } catch (CloudException e) {
        putBack(moved, before, e);
        throw e;
      }
    }
    return Entries.of(moved);
  }

  private void putBack(File moved, File before, CloudException because) {
    try {
      List<String> from = parents(before);
      boolean stayed = from.equals(parents(moved)) || from.isEmpty();
      update(
          moved,
          Entries.required(before.getName()),
          stayed ? null : String.join(",", from),
          String.join(",", parents(moved)));
    } catch (CloudException e) {
      because.addSuppressed(e);
    }
  }
}

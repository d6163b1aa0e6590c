package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import dev.davit.ports.CloudException;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Copying;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Copies at Google, which copies files but no folders: those are made here, and what is in them is
 * copied one by one. A copy that can't be finished is taken back.
 */
final class Copier implements Copying {
  private static final int MOST = 100;

  private final Desk desk;
  private final Tools tools;
  private final Ancestry ancestry;

  Copier(Desk desk) {
    this.desk = desk;
    this.tools = Tools.of(desk);
    this.ancestry = new Ancestry(desk.files());
  }

  @Override
  public Entry copy(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    File file = desk.files().get(Tops.notTop(id, "copied"));
    Destination to =
        tools.destinations().find(Destinations.Wish.placing(file, folder, name, conflict, null));
    ancestry.requireOutside(file, to.folder());
    File old = to.replaced();
    if (old != null && file.getId().equals(old.getId())) {
      throw Conflicts.taken();
    }
    File copy = copied(file, to);
    return old == null
        ? Entries.of(tools.newcomers().settle(copy, to, Ancestry.mark(file)))
        : replaced(copy, old);
  }

  private File copied(File file, Destination to) {
    String name = Siblings.kept(file, to.name());
    return Entries.isFolder(file)
        ? tree(file, to, name)
        : tools.maker().copy(file, to.folder().file(), name);
  }

  private File tree(File folder, Destination to, String name) {
    File made = tools.maker().folder(to.folder().file(), name);
    boolean done = false;
    try {
      fill(Entries.required(folder.getId()), folder.getDriveId(), made);
      done = true;
      return made;
    } finally {
      if (!done) {
        takeBack(made);
      }
    }
  }

  /** As deep as folders go, which Google limits. */
  private void fill(String from, @Nullable String drive, File to) {
    Folder folder = new Folder(from, drive);
    String token = null;
    do {
      FileList page = page(folder, token);
      for (File child : Pages.files(page)) {
        put(child, Entries.required(to.getId()));
      }
      token = page.getNextPageToken();
    } while (token != null);
  }

  private FileList page(Folder folder, @Nullable String token) {
    return tools.certainty().of(() -> desk.pages().children(folder, MOST, token), Optional::empty);
  }

  private void put(File child, String parent) {
    String name = Entries.required(child.getName());
    if (Entries.isFolder(child)) {
      fill(Entries.required(child.getId()), child.getDriveId(), tools.maker().folder(parent, name));
    } else {
      tools.maker().copy(child, parent, name);
    }
  }

  private void takeBack(File made) {
    try {
      tools.removing().takeBack(made);
    } catch (CloudException e) {
      // The failure that led here says more.
    }
  }

  private Entry replaced(File copy, File old) {
    try {
      tools.removing().trash(Entries.required(old.getId()));
      return Entries.of(copy);
    } catch (CloudException e) {
      takeBack(copy);
      throw e;
    }
  }
}

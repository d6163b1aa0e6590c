package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Content;
import dev.davit.emulator.files.Digests;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What is in the drives, to prepare it and to look at it without the API: nothing here asks for
 * permissions or heeds limits and locks. Items are named by id; an id that there is not is an
 * {@link IllegalArgumentException}. Safe for use by several threads.
 */
public final class GraphItems {
  private final World world;

  GraphItems(World world) {
    this.world = world;
  }

  /** The id of an account's own drive. */
  public String drive(MicrosoftAccount account) {
    return locked(() -> own(account).id);
  }

  /** The id of the drive that an item is in. */
  public String driveOf(String id) {
    return locked(() -> item(id).drive.id);
  }

  /** The root of an account's own drive. */
  public String root(MicrosoftAccount account) {
    return locked(() -> own(account).top().id);
  }

  private Drive own(MicrosoftAccount account) {
    return world.store().own(account.graphId(), account.isPersonal());
  }

  /**
   * A new library of SharePoint, shared with nobody yet.
   *
   * @return its root
   */
  public String addLibrary(String name) {
    return locked(() -> world.store().add(DriveType.LIBRARY, name, "").top().id);
  }

  /** A new folder. */
  public String addFolder(String parent, String name) {
    return add(parent, Item.Kind.FOLDER, name, item -> {});
  }

  /** A new file. */
  public String addFile(String parent, String name, byte[] content) {
    return addFile(parent, name, new ByteArrayInputStream(content));
  }

  /** A new file of any size. */
  public String addFile(String parent, String name, InputStream content) {
    Arrived arrived = arrived(content);
    return add(parent, Item.Kind.FILE, name, item -> write(item, arrived));
  }

  /** So many new files of the same content, with these names and a number of six digits. */
  public void addFiles(String parent, String prefix, int count, byte[] content) {
    Arrived arrived = arrived(new ByteArrayInputStream(content));
    for (int i = 0; i < count; i++) {
      String name = prefix + String.format("%06d", i);
      add(parent, Item.Kind.FILE, name, item -> write(item, arrived));
    }
  }

  /** A new notebook of OneNote. */
  public String addPackage(String parent, String name) {
    return add(parent, Item.Kind.PACKAGE, name, item -> item.packageType = "oneNote");
  }

  /** A new shortcut to what is in another drive. */
  public String addShortcut(String parent, String name, String target) {
    Item led = locked(() -> item(target));
    return add(parent, Item.Kind.SHORTCUT, name, item -> item.target = led);
  }

  private Arrived arrived(InputStream content) {
    try (content) {
      return Arrived.of(world.contents().keep(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Item item, Arrived arrived) {
    world.store().write(item, arrived.content(), arrived.type(item.name), arrived.text());
  }

  private String add(String parent, Item.Kind kind, String name, Consumer<Item> rest) {
    return locked(
        () -> {
          Item folder = item(parent);
          if (folder.children.containsKey(Item.key(name))) {
            throw new IllegalArgumentException("There is a " + name + " already.");
          }
          Item item = world.store().add(folder, kind, name, folder.drive.owner);
          rest.accept(item);
          return item.id;
        });
  }

  /** Shares an item with somebody. */
  public void share(String id, MicrosoftAccount account, boolean write) {
    change(id, item -> item.shares.put(account.graphId(), write));
  }

  /** Shares an item with somebody no longer. */
  public void unshare(String id, MicrosoftAccount account) {
    change(id, item -> item.shares.remove(account.graphId()));
  }

  /**
   * Locks an item against changes through the API.
   *
   * @param code what the refusal says, such as {@code resourceLocked} or {@code notAllowed}; empty
   *     to unlock it
   */
  public void lock(String id, String code) {
    locked(() -> item(id).lock = code);
  }

  /** Says that a file is malware, in these words; empty when it is not. */
  public void malware(String id, String words) {
    change(id, item -> item.malware = words);
  }

  /** When its content was changed, as clients say it. */
  public void modified(String id, Instant time) {
    change(id, item -> item.clientModified = time);
  }

  /** Gives it another name. */
  public void rename(String id, String name) {
    change(id, item -> world.store().move(item, parentOf(item), name));
  }

  /** Puts it into another folder of its drive. */
  public void move(String id, String parent) {
    change(id, item -> world.store().move(item, item(parent), item.name));
  }

  /** Other content for it. */
  public void write(String id, byte[] content) {
    Arrived arrived = arrived(new ByteArrayInputStream(content));
    change(id, item -> write(item, arrived));
  }

  private void change(String id, Consumer<Item> change) {
    locked(
        () -> {
          Item item = item(id);
          change.accept(item);
          world.store().touched(item, item.drive.owner);
          return item;
        });
  }

  /** Removes it, and all below it, for good. */
  public void remove(String id) {
    remove(id, true);
  }

  /** Puts it into the recycle bin. */
  public void trash(String id) {
    remove(id, false);
  }

  private void remove(String id, boolean forGood) {
    locked(
        () -> {
          Item item = item(id);
          world.store().remove(item, forGood);
          return item;
        });
  }

  /** The names of what is in the recycle bin of an account's own drive. */
  public List<String> trashed(MicrosoftAccount account) {
    return locked(() -> own(account).trash.stream().map(item -> item.name).toList());
  }

  /** How many bytes an account may keep. */
  public void quota(MicrosoftAccount account, long bytes) {
    locked(() -> own(account).total = bytes);
  }

  /** Whether nobody knows how full an account's drive is: all numbers are 0. */
  public void unknownQuota(MicrosoftAccount account, boolean on) {
    locked(() -> own(account).unknownQuota = on);
  }

  /** What is in a folder, by name. */
  public List<String> children(String folder) {
    return locked(() -> item(folder).children.values().stream().map(item -> item.id).toList());
  }

  /** What has this name in a folder, whatever its case. */
  public Optional<String> named(String folder, String name) {
    return locked(
        () -> Optional.ofNullable(item(folder).children.get(Item.key(name))).map(item -> item.id));
  }

  /** The folder of an application in an account's own drive, once it has been used. */
  public Optional<String> appFolder(MicrosoftAccount account, String client) {
    return locked(
        () -> Optional.ofNullable(own(account).appFolders.get(client)).map(item -> item.id));
  }

  /** Whether there is one with this id, not in the recycle bin. */
  public boolean exists(String id) {
    return locked(() -> world.store().item(id).isPresent());
  }

  /** Its name. */
  public String name(String id) {
    return locked(() -> item(id).name);
  }

  /** The folder that it is in. */
  public String parent(String id) {
    return locked(() -> parentOf(item(id)).id);
  }

  /** Its eTag, which every change changes. */
  public String eTag(String id) {
    return locked(() -> item(id).eTag());
  }

  /** Its cTag, which changes of content change. */
  public String cTag(String id) {
    return locked(() -> item(id).cTag());
  }

  /** Where its bytes are; not to be changed. */
  public Path content(String id) {
    return bytes(id).file();
  }

  /** The SHA-256 of its bytes in hex. */
  public String sha256(String id) {
    return bytes(id).hash(Digests.SHA256).hex();
  }

  /** How many bytes it has; of a folder all that is below. */
  public long size(String id) {
    return locked(() -> item(id).size);
  }

  /** Its bytes as text in UTF-8. */
  public String text(String id) {
    try {
      return Files.readString(content(id), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Content bytes(String id) {
    return locked(() -> item(id).bytes());
  }

  private static Item parentOf(Item item) {
    return Optional.ofNullable(item.parent)
        .orElseThrow(() -> new IllegalArgumentException("A root has no parent."));
  }

  private Item item(String id) {
    return world
        .store()
        .item(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no item " + id + "."));
  }

  private <T> T locked(Supplier<T> action) {
    return world.store().locked(action);
  }
}

package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Content;
import dev.davit.emulator.files.Digests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is in Drive, to prepare it and to look at it without the API: nothing here asks for
 * permissions or heeds limits. Files are named by id, accounts by mail address; an id that there is
 * not is an {@link IllegalArgumentException}. Safe for use by several threads.
 */
public final class DriveItems {
  private final World world;

  DriveItems(World world) {
    this.world = world;
  }

  /** The top folder of an account's "My Drive". */
  public String root(String account) {
    return locked(() -> world.tree().root(account).id);
  }

  /** A new folder. */
  public String addFolder(String parent, String name) {
    return add(parent, name, Types.FOLDER, item -> {});
  }

  /** A new file. */
  public String addFile(String parent, String name, String type, byte[] content) {
    return addFile(parent, name, type, new ByteArrayInputStream(content));
  }

  /** A new file of any size. */
  public String addFile(String parent, String name, String type, InputStream content) {
    Incoming incoming = incoming(content, type);
    return add(parent, name, type, item -> incoming.into(item, world.ids().token()));
  }

  /**
   * A new document of Google's own, with no bytes but what an export gives.
   *
   * @param type such as {@code application/vnd.google-apps.document}
   * @param exported in whatever format it is asked for
   */
  public String addDocument(String parent, String name, String type, byte[] exported) {
    Incoming incoming = incoming(new ByteArrayInputStream(exported), "text/plain");
    return add(
        parent,
        name,
        type,
        item -> {
          item.exports.put("", incoming.content());
          item.text = incoming.text();
        });
  }

  /**
   * A new shortcut.
   *
   * @param target which may be gone by then, or a folder that the shortcut is in
   * @param targetType as it was when the shortcut was made
   */
  public String addShortcut(String parent, String name, String target, String targetType) {
    return add(
        parent,
        name,
        Types.SHORTCUT,
        item -> {
          item.targetId = target;
          item.targetType = targetType;
        });
  }

  private Incoming incoming(InputStream content, String type) {
    try (content) {
      return Incoming.of(world.contents().keep(content), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String add(String parent, String name, String type, Consumer<Item> rest) {
    return locked(
        () -> {
          Item folder = item(parent);
          Item item = new Item(world.ids().file(), name, type, world.tree().now());
          item.owner = folder.owner;
          item.creator = folder.owner;
          item.originalFilename = name;
          rest.accept(item);
          world.tree().add(item, folder);
          return item.id;
        });
  }

  /**
   * A new shared drive; its id is also that of its top folder.
   *
   * @param members who has which role: reader, writer, fileOrganizer, organizer
   */
  public String addSharedDrive(String name, Map<String, String> members) {
    Map<String, Role> roles =
        members.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> Role.of(entry.getValue())));
    return locked(() -> world.tree().addDrive(name, roles).id());
  }

  /** Lets somebody go from a shared drive. */
  public void removeMember(String sharedDrive, String account) {
    locked(
        () ->
            Optional.ofNullable(
                world.tree().drive(sharedDrive).orElseThrow().members().remove(account)));
  }

  /** Shares a file or folder with somebody: reader or writer. */
  public void share(String id, String account, String role) {
    change(id, item -> item.shares.put(account, Role.of(role)));
  }

  /** Shows a file to an application that may see only what it was given, as the picker does. */
  public void open(String id, String clientId) {
    change(id, item -> item.clients.add(clientId));
  }

  /** Whether readers may not download it: {@code capabilities.canDownload} is false. */
  public void undownloadable(String id, boolean on) {
    change(id, item -> item.noDownload = on);
  }

  /** Whether it is taken for malware. */
  public void abusive(String id, boolean on) {
    change(id, item -> item.abusive = on);
  }

  /** Puts it into the trash, or takes it out. */
  public void trash(String id, boolean on) {
    change(id, item -> item.trashed = on);
  }

  /** When it was last changed. */
  public void modified(String id, Instant time) {
    change(id, item -> item.modified = time);
  }

  /** Its name. */
  public void rename(String id, String name) {
    change(id, item -> item.name = name);
  }

  /** Other content for it. */
  public void write(String id, byte[] content) {
    Incoming incoming = incoming(new ByteArrayInputStream(content), type(id));
    change(id, item -> incoming.into(item, world.ids().token()));
  }

  private void change(String id, Consumer<Item> change) {
    locked(
        () -> {
          Item item = item(id);
          change.accept(item);
          world.tree().touched(item);
          return item;
        });
  }

  /** Removes it, and all below it, for good. */
  public void remove(String id) {
    locked(
        () -> {
          Item item = item(id);
          world.tree().remove(item);
          return item;
        });
  }

  /** How many bytes an account may keep; empty, the usual, for as many as it likes. */
  public void limit(String account, OptionalLong bytes) {
    world.people().limit(account, bytes);
  }

  /** What is in a folder, in the order in which it came. */
  public List<String> children(String folder) {
    return locked(() -> world.tree().children(folder).stream().map(item -> item.id).toList());
  }

  /** Those in a folder that have this name. */
  public List<String> named(String folder, String name) {
    return children(folder).stream().filter(id -> name(id).equals(name)).toList();
  }

  /** Whether there is one with this id, in the trash or not. */
  public boolean exists(String id) {
    return locked(() -> world.tree().get(id).isPresent());
  }

  /** Its name. */
  public String name(String id) {
    return locked(() -> item(id).name);
  }

  /** Its media type. */
  public String type(String id) {
    return locked(() -> item(id).mimeType);
  }

  /** Whether it, or a folder that it is in, is in the trash. */
  public boolean isTrashed(String id) {
    return locked(() -> world.tree().isTrashed(item(id)));
  }

  /** Where its bytes are; not to be changed. */
  public Path content(String id) {
    return contentOf(id).file();
  }

  /** The SHA-256 of its bytes in hex. */
  public String sha256(String id) {
    return contentOf(id).hash(Digests.SHA256).hex();
  }

  /** How many bytes it has. */
  public long size(String id) {
    return contentOf(id).size();
  }

  /** Its bytes as text in UTF-8. */
  public String text(String id) {
    try {
      return Files.readString(content(id), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Content contentOf(String id) {
    return locked(
        () -> {
          @Nullable Content content = item(id).content;
          if (content == null) {
            throw new IllegalArgumentException("There are no bytes of " + id + ".");
          }
          return content;
        });
  }

  private Item item(String id) {
    return world
        .tree()
        .get(id)
        .orElseThrow(() -> new IllegalArgumentException("There is no file " + id + "."));
  }

  private <T> T locked(Supplier<T> action) {
    return world.tree().locked(action);
  }
}

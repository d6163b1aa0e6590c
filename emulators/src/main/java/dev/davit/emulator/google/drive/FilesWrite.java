package dev.davit.emulator.google.drive;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The methods that write metadata: create, update, copy, delete, emptyTrash, generateIds. */
final class FilesWrite {
  private static final int USUAL_IDS = 10;
  private static final int MOST_IDS = 1000;

  private final World world;
  private final Creates creates;
  private final Updates updates;
  private final Copies copies;

  FilesWrite(World world, Creates creates, Updates updates) {
    this.world = world;
    this.creates = creates;
    this.updates = updates;
    this.copies = new Copies(world, creates);
  }

  /** A file without content has no bytes; documents of Google's own have none at all. */
  void create(Call call) throws IOException {
    Metadata metadata = Metadata.creating(call.metadata());
    Mask mask = call.mask(Resources.DEFAULTS);
    String type = metadata.text("mimeType").orElse("");
    Incoming content = Types.hasContent(type) ? nothing() : null;
    answer(call, mask, () -> creates.create(call.who(), call.allDrives(), metadata, content));
  }

  private Incoming nothing() throws IOException {
    return new Incoming(world.contents().keep(InputStream.nullInputStream()), "", "");
  }

  void update(Call call) throws IOException {
    Metadata metadata = Metadata.updating(call.metadata());
    Mask mask = call.mask(Resources.DEFAULTS);
    answer(call, mask, () -> updates.update(Updates.Change.of(call), metadata, null));
  }

  void copy(Call call) throws IOException {
    Metadata metadata = Metadata.creating(call.metadata());
    Mask mask = call.mask(Resources.DEFAULTS);
    answer(call, mask, () -> copies.copy(call.who(), call.allDrives(), call.id(), metadata));
  }

  private void answer(Call call, Mask mask, Supplier<Item> action) throws IOException {
    call.send(world.tree().locked(() -> world.resources().file(action.get(), call.who(), mask)));
  }

  /** For good, with all below (reference/rest/v3/files/delete). */
  void delete(Call call) {
    world
        .tree()
        .locked(
            () -> {
              Item item =
                  world.access().require(call.who(), call.id(), call.allDrives(), Role.OWNER);
              if (world.tree().isRoot(item)) {
                throw Refusals.permissions(call.id());
              }
              world.tree().remove(item);
              return item;
            });
    call.done();
  }

  /** Of the caller's own files, or of a shared drive (reference/rest/v3/files/emptyTrash). */
  void emptyTrash(Call call) {
    String driveId = call.params().text("driveId");
    world
        .tree()
        .locked(
            () -> {
              List<Item> trashed =
                  world.tree().all().stream()
                      .filter(item -> item.trashed && item.driveId.equals(driveId))
                      .filter(item -> world.access().role(call.who(), item) == Role.OWNER)
                      .toList();
              trashed.forEach(world.tree()::remove);
              return trashed;
            });
    call.done();
  }

  /** reference/rest/v3/files/generateIds. */
  void generateIds(Call call) throws IOException {
    int count = call.params().number("count", USUAL_IDS, MOST_IDS);
    String space = call.params().oneOf("space", "drive", Set.of("drive", "appDataFolder"));
    call.params().oneOf("type", "files", Set.of("files", "shortcuts"));
    Mask mask = call.mask("*");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "drive#generatedIds");
    answer.put("space", space);
    answer.put("ids", Stream.generate(world.ids()::reserve).limit(count).toList());
    call.send(mask.apply(answer));
  }
}

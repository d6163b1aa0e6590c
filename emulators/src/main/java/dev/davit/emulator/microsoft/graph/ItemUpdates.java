package dev.davit.emulator.microsoft.graph;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Renames, moves and other properties (driveitem-update, driveitem-move). */
final class ItemUpdates {
  private static final Set<String> WRITABLE =
      Set.of("name", "description", "fileSystemInfo", "parentReference", Metadata.CONFLICT);

  private final World world;
  private final References references;

  ItemUpdates(World world) {
    this.world = world;
    this.references = new References(world);
  }

  void update(Call call) throws IOException {
    Metadata metadata = Metadata.of(call.json(), WRITABLE);
    Map<String, Object> answer =
        world
            .store()
            .locked(
                () -> {
                  Item item = world.access().writable(call);
                  Tags.match(call, item);
                  Writes.unlocked(item);
                  apply(call, item, metadata);
                  world.store().touched(item, call.who().account());
                  return world.resources().item(item, call);
                });
    call.send(200, answer);
  }

  private void apply(Call call, Item item, Metadata metadata) {
    place(call, item, metadata);
    if (metadata.has("description") && !item.drive.isPersonal()) {
      throw Refusals.invalid("A description is on OneDrive of Microsoft accounts only.");
    }
    metadata.text("description").ifPresent(text -> item.description = text);
    Metadata times = metadata.object("fileSystemInfo");
    times.time("createdDateTime").ifPresent(time -> item.clientCreated = time);
    times.time("lastModifiedDateTime").ifPresent(time -> item.clientModified = time);
  }

  private void place(Call call, Item item, Metadata metadata) {
    boolean moves = metadata.has("parentReference");
    if (!moves && !metadata.has("name")) {
      return;
    }
    Item parent = item.parent;
    if (parent == null) {
      throw Refusals.invalid("The root can't be renamed or moved.");
    }
    Optional<Item> other =
        moves
            ? references.find(call, metadata.object("parentReference"), item.drive)
            : Optional.empty();
    move(call, item, other.orElse(parent), metadata);
  }

  private void move(Call call, Item item, Item parent, Metadata metadata) {
    if (parent.drive != item.drive) {
      throw Refusals.invalid("Items can't be moved between drives by this request.");
    }
    if (parent.isWithin(item)) {
      throw Refusals.invalid("A folder can't be moved into itself.");
    }
    String name = metadata.text("name").orElse(item.name);
    Names.check(name, parent);
    Place place = new Place(parent, name);
    boolean same = place.there().filter(there -> there == item).isPresent();
    String free = same ? name : world.writes().free(place, metadata.conflict(call), true);
    world.store().move(item, parent, free);
  }
}

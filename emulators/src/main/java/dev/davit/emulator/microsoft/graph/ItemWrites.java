package dev.davit.emulator.microsoft.graph;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;

/** New folders, content in one request, and what is deleted. */
final class ItemWrites {
  private static final long LARGEST = 250L << 20;
  private static final Set<String> FOLDER =
      Set.of("name", "folder", "description", "fileSystemInfo", Metadata.CONFLICT);

  private final World world;
  private final Places places;

  ItemWrites(World world) {
    this.world = world;
    this.places = new Places(world.store(), world.access());
  }

  /** driveitem-post-children. */
  void create(Call call) throws IOException {
    Metadata metadata = Metadata.of(call.json(), FOLDER);
    if (!metadata.has("folder")) {
      throw Refusals.invalid("Only folders can be made by a POST to children.");
    }
    String name = metadata.text("name").orElseThrow(() -> Refusals.invalid("The name is missing."));
    Conflict conflict = metadata.conflict(call);
    call.send(
        201,
        world
            .store()
            .locked(
                () -> {
                  Item parent = world.access().writable(call);
                  Places.holds(parent);
                  Names.check(name, parent);
                  Place place = new Place(parent, name);
                  Item made = world.writes().folder(place, conflict, call.who()).item();
                  return world.resources().item(made, call);
                }));
  }

  /** driveitem-put-content: by path, or by the id of what is there already. */
  void put(Call call) throws IOException {
    if (call.request().getContentType() == null) {
      throw Refusals.badRequest(
          "Write requests (excluding DELETE) must contain the Content-Type header declaration.");
    }
    Conflict conflict = Conflict.of(call.options().text(Options.CONFLICT), Conflict.REPLACE);
    world.store().locked(() -> ready(call));
    Arrived arrived = arrived(call);
    record Answer(int status, Map<String, Object> body) {}
    Answer answer =
        world
            .store()
            .locked(
                () -> {
                  Writes.Written written = written(call, arrived, conflict);
                  return new Answer(
                      written.made() ? 201 : 200, world.resources().item(written.item(), call));
                });
    call.send(answer.status(), answer.body());
  }

  /** Refuses what can be refused before the bytes come. */
  private boolean ready(Call call) {
    if (!call.address().byPath()) {
      Item item = world.access().writable(call);
      Tags.match(call, item);
      Writes.unlocked(item);
      Writes.room(item.drive, call.request().getContentLengthLong() - item.size);
    }
    return true;
  }

  private Arrived arrived(Call call) throws IOException {
    if (call.request().getContentLengthLong() > LARGEST) {
      throw tooLarge();
    }
    try (InputStream body = call.request().getInputStream()) {
      Arrived arrived = Arrived.of(world.contents().keep(body));
      if (arrived.content().size() > LARGEST) {
        throw tooLarge();
      }
      return arrived;
    }
  }

  private static Refused tooLarge() {
    return Refused.of(413, "invalidRequest", "A file of more than 250 MB needs an upload session.")
        .inner("maxFileSizeExceeded");
  }

  private Writes.Written written(Call call, Arrived arrived, Conflict conflict) {
    if (!call.address().byPath()) {
      Item item = world.access().writable(call);
      Tags.match(call, item);
      return new Writes.Written(world.writes().content(item, arrived, call.who()), false);
    }
    Place place = places.of(call);
    place.there().ifPresent(there -> Tags.match(call, there));
    return world.writes().file(place, arrived, conflict, call.who());
  }

  /** driveitem-delete: into the recycle bin, with all below it. */
  void delete(Call call) {
    remove(call, false);
  }

  /** driveitem-permanentdelete: past the recycle bin; the right to its folder is not enough. */
  void erase(Call call) {
    if (!call.who().hasOneOf(Scopes.WRITE)) {
      throw Refusals.denied();
    }
    remove(call, true);
  }

  private void remove(Call call, boolean forGood) {
    world
        .store()
        .locked(
            () -> {
              Item item = world.access().writable(call);
              Tags.match(call, item);
              if (item.isRoot()) {
                throw Refused.of(403, "accessDenied", "The root can't be deleted.");
              }
              world.store().below(item).forEach(Writes::unlocked);
              world.store().remove(item, forGood);
              return true;
            });
    call.done();
  }
}

package dev.davit.emulator.microsoft.graph;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Metadata of an item (driveitem-get) and the way to its bytes (driveitem-get-content). */
final class ItemReads {
  private static final int NOT_MODIFIED = 304;

  private final World world;
  private final Children children;

  ItemReads(World world, Children children) {
    this.world = world;
    this.children = children;
  }

  void get(Call call) throws IOException {
    call.options().select().ifPresent(Schema::check);
    boolean expand = call.options().expandsChildren();
    Optional<Map<String, Object>> answer =
        world
            .store()
            .locked(
                () -> {
                  Item item = world.access().item(call);
                  return Tags.isKnown(call, item)
                      ? Optional.empty()
                      : Optional.of(resource(call, item, expand));
                });
    if (answer.isEmpty()) {
      call.response().setStatus(NOT_MODIFIED);
    } else {
      call.send(200, answer.get());
    }
  }

  private Map<String, Object> resource(Call call, Item item, boolean expand) {
    Map<String, Object> all = world.resources().item(item, call);
    if (expand) {
      children.expand(call, item, all);
    }
    return all;
  }

  /** Sends on to an address that needs no token; the bytes themselves never come from here. */
  void content(Call call) {
    Optional<String> address = world.store().locked(() -> address(call));
    if (address.isEmpty()) {
      call.response().setStatus(NOT_MODIFIED);
    } else {
      call.response().setStatus(302);
      call.response().setHeader("Location", address.get());
    }
  }

  private Optional<String> address(Call call) {
    Item item = world.access().item(call);
    if (!item.is(Item.Kind.FILE)) {
      throw Refusals.invalid("The item has no content to download.");
    }
    if (!item.malware.isEmpty()) {
      throw Refused.of(403, "malwareDetected", "Malware was detected in the requested resource.");
    }
    return Tags.isKnown(call, item)
        ? Optional.empty()
        : Optional.of(world.downloads().of(call, item));
  }
}

package dev.davit.emulator.microsoft.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is in a folder (driveitem-list-children): pages of a list that goes on living, so that what
 * is renamed or moved in the meantime comes twice or never. Only delta tells all.
 */
final class Children {
  private final World world;

  Children(World world) {
    this.world = world;
  }

  void list(Call call) throws IOException {
    call.options().select().ifPresent(Schema::check);
    int top = call.options().top();
    if (call.options().has(Options.EXPAND)) {
      throw Refusals.invalid("$expand is not supported on this list.").inner("invalidQueryOption");
    }
    call.send(
        200,
        world
            .store()
            .locked(
                () -> {
                  Item folder = world.access().item(call);
                  holds(folder);
                  return page(call, folder, top);
                }));
  }

  /** A shortcut is an empty folder: what it leads to is in the owner's drive only. */
  private static void holds(Item item) {
    if (item.is(Item.Kind.FILE)) {
      throw Refusals.invalid("The item is not a folder.");
    }
  }

  private Map<String, Object> page(Call call, Item folder, int top) {
    Orders.Live live = Orders.of(call, folder);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("@odata.context", call.origin() + "/v1.0/$metadata#Collection(driveItem)");
    answer.put("@odata.count", folder.children.size());
    List<Item> page = new ArrayList<>();
    if (!world.surprises().takeEmptyPage()) {
      page.addAll(live.page(top, world.surprises().takeRepeat(), world.surprises().takeSkip()));
    }
    page.removeIf(item -> isLeftOut(call, item));
    live.next().ifPresent(token -> answer.put("@odata.nextLink", next(call, token)));
    answer.put("value", page.stream().map(item -> world.resources().item(item, call)).toList());
    return answer;
  }

  /**
   * Lists have shortcuts for who asks for them only (github.com/OneDrive/onedrive-api-docs, issues
   * 1427 and 1781).
   */
  static boolean isLeftOut(Call call, Item item) {
    return item.is(Item.Kind.SHORTCUT)
        && !call.header("Prefer").contains("Include-Feature=AddToOneDrive");
  }

  /** The address of the next page: the same question with a token. */
  static String next(Call call, String token) {
    String query =
        Optional.ofNullable(call.request().getQueryString())
            .orElse("")
            .replaceAll("(?i)&?(?:\\$|%24)?skiptoken=[^&]*", "")
            .replaceFirst("^&", "");
    return call.request().getRequestURL()
        + "?"
        + (query.isEmpty() ? "" : query + "&")
        + "$skiptoken="
        + token;
  }

  /** Puts the first children into the folder itself. */
  void expand(Call call, Item folder, Map<String, Object> resource) {
    if (folder.holds()) {
      resource.put(
          "children",
          folder.children.values().stream()
              .limit(call.options().top())
              .map(world.resources()::item)
              .toList());
    }
  }
}

package dev.davit.emulator.microsoft.graph;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has changed below a folder (driveitem-delta): of each item the last state only, each with
 * the folders that it is in before it, so that some come more than once.
 */
final class Deltas {
  static final String ACTION = "/(?:microsoft\\.graph\\.)?delta(?:\\((?:token='?([^']*?)'?)?\\))?";
  private static final String EXCLUDE = "deltaExcludeParent";
  private static final int GONE = 410;

  private final World world;
  private final DeltaTokens tokens;

  Deltas(World world) {
    this.world = world;
    this.tokens = new DeltaTokens(world.ids().token());
  }

  void delta(Call call) throws IOException {
    call.options().select().ifPresent(Schema::check);
    int top = call.options().top();
    call.send(
        200,
        world
            .store()
            .locked(
                () -> {
                  Item folder = world.access().item(call);
                  folders(folder);
                  return answer(call, folder, top);
                }));
  }

  /** Of work and school only a whole drive can be asked about. */
  private static void folders(Item folder) {
    if (!folder.holds() || !(folder.isRoot() || folder.drive.isPersonal())) {
      throw Refusals.notSupported("delta can be asked of the root of a drive only.");
    }
  }

  private Map<String, Object> answer(Call call, Item folder, int top) {
    DeltaTokens.Position from = position(call, folder);
    List<Item> page = new ArrayList<>();
    long read = from.read();
    boolean more = false;
    boolean empty = world.surprises().takeEmptyPage();
    for (Item item : folder.drive.changes.tailMap(read, false).values()) {
      more = empty || page.size() >= top;
      if (more) {
        break;
      }
      read = item.change;
      if (isAbout(item, folder, from) && !Children.isLeftOut(call, item)) {
        page.add(item);
      }
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("@odata.context", call.origin() + "/v1.0/$metadata#Collection(driveItem)");
    answer.put(
        more ? "@odata.nextLink" : "@odata.deltaLink",
        link(call, tokens.text(more ? from.at(read) : DeltaTokens.since(last(read, folder)))));
    answer.put("value", values(call, page, folder));
    return answer;
  }

  private static long last(long read, Item folder) {
    return folder.drive.changes.isEmpty() ? read : Math.max(read, folder.drive.changes.lastKey());
  }

  /** What was deleted before the first page of all is not told. */
  private static boolean isAbout(Item item, Item folder, DeltaTokens.Position from) {
    boolean old = from.all() && item.deleted && item.change <= from.begun();
    return !old && item.isWithin(folder);
  }

  private DeltaTokens.Position position(Call call, Item folder) {
    String token = token(call);
    long last = world.store().lastChange();
    if (token.isEmpty()) {
      return DeltaTokens.everything(last);
    }
    if (token.equals("latest")) {
      return DeltaTokens.since(last);
    }
    String resync = world.surprises().takeResync();
    if (!resync.isEmpty()) {
      throw resync(call, resync);
    }
    if (token.contains("T") && token.contains(":") && !folder.drive.isPersonal()) {
      return DeltaTokens.since(before(folder.drive, time(token)));
    }
    return tokens.read(token).orElseThrow(() -> resync(call, "resyncRequired"));
  }

  /** In the address as a function's parameter, or in the query. */
  private static String token(Call call) {
    String inside = call.address().action().replaceFirst(ACTION, "$1");
    return inside.isEmpty() ? call.options().text(Options.TOKEN) : inside;
  }

  private Refused resync(Call call, String code) {
    return Refused.of(GONE, code, "Resync required.")
        .inner(code)
        .header("Location", link(call, tokens.text(fresh())));
  }

  private DeltaTokens.Position fresh() {
    return DeltaTokens.everything(world.store().locked(world.store()::lastChange));
  }

  private static Instant time(String token) {
    try {
      return OffsetDateTime.parse(token).toInstant();
    } catch (DateTimeException e) {
      throw Refusals.invalid("The delta token is no time.");
    }
  }

  /** The last change that was before a time. */
  private static long before(Drive drive, Instant time) {
    for (Item item : drive.changes.descendingMap().values()) {
      if (item.modified.isBefore(time)) {
        return item.change;
      }
    }
    return 0;
  }

  private static String link(Call call, String token) {
    String url = call.request().getRequestURL().toString();
    String base = url.replaceFirst("/(?:microsoft\\.graph\\.)?delta[^/]*$", "/delta");
    StringBuilder query = new StringBuilder("?token=" + token);
    for (String option : List.of(Options.SELECT, Options.TOP)) {
      if (call.options().has(option)) {
        query.append("&$").append(option).append('=').append(call.options().text(option));
      }
    }
    return base + query;
  }

  private List<Map<String, Object>> values(Call call, List<Item> page, Item folder) {
    Set<Item> told = new LinkedHashSet<>();
    for (Item item : page) {
      if (call.request().getHeader(EXCLUDE) == null && !item.deleted) {
        world.store().path(item).stream()
            .filter(above -> above.isWithin(folder))
            .forEach(told::add);
      }
      told.add(item);
    }
    return told.stream().map(item -> Schema.select(value(item), call.options().select())).toList();
  }

  /** Without what delta never tells (driveitem-delta, "Remarks"). */
  private Map<String, Object> value(Item item) {
    Map<String, Object> all = world.resources().item(item);
    all.put("parentReference", Resources.parent(item, false));
    boolean personal = item.drive.isPersonal();
    if (item.deleted) {
      all.put("deleted", Map.of("state", "deleted"));
      all.remove("cTag");
      all.remove(personal ? "size" : "name");
    } else if (!personal) {
      all.remove("cTag");
    }
    return all;
  }
}

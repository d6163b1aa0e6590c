package dev.davit.emulator.microsoft.graph;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@code $orderby} and {@code $skiptoken} of a list of children. Under the store's lock. */
final class Orders {
  private static final String MARK = "Paged:";
  private static final Set<String> PERSONAL = Set.of("name", "size", "lastmodifieddatetime");

  private Orders() {}

  /**
   * The list where a call stands in it.
   *
   * @throws Refused 400 for an order that there is not, or a token of another list
   */
  static Live of(Call call, Item folder) {
    String[] order = call.options().text(Options.ORDER).trim().split("\\s+", -1);
    String by = order[0].isEmpty() ? "name" : order[0].toLowerCase(Locale.ROOT);
    String way = order.length > 1 ? order[1] : "asc";
    boolean good = order.length < 3 && Set.of("asc", "desc").contains(way);
    if (!good || !(by.equals("name") || (folder.drive.isPersonal() && PERSONAL.contains(by)))) {
      throw Refusals.invalid("The list can't be ordered by '" + String.join(" ", order) + "'.")
          .inner("invalidQueryOption");
    }
    NavigableMap<String, Item> sorted = by.equals("name") ? folder.children : sorted(folder, by);
    return new Live(
        way.equals("asc") ? sorted : sorted.descendingMap(),
        folder.id + "/" + by + "/" + way + "/",
        call.options());
  }

  /** By another key than the name, which here costs as much as there is. */
  private static NavigableMap<String, Item> sorted(Item folder, String by) {
    Comparator<Item> order =
        by.equals("size")
            ? Comparator.comparing(item -> item.size)
            : Comparator.comparing(item -> item.modified);
    NavigableMap<String, Item> sorted = new TreeMap<>();
    List<Item> all = new ArrayList<>(folder.children.values());
    all.sort(order);
    all.forEach(item -> sorted.put(String.format(Locale.ROOT, "%09d", sorted.size()), item));
    return sorted;
  }

  /** A list that is read from some place on. */
  static final class Live {
    private final NavigableMap<String, Item> all;
    private final String list;
    private String last;

    private Live(NavigableMap<String, Item> all, String list, Options options) {
      this.all = all;
      this.list = list;
      this.last = options.has(Options.SKIP_TOKEN) ? read(options.text(Options.SKIP_TOKEN)) : "";
    }

    private String read(String token) {
      try {
        String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        if (text.startsWith(MARK + list)) {
          return text.substring(MARK.length() + list.length());
        }
      } catch (IllegalArgumentException e) {
        throw refusal();
      }
      throw refusal();
    }

    private static Refused refusal() {
      return Refusals.invalid("The $skiptoken is not valid for this list.")
          .inner("invalidParameterFormat");
    }

    /** The next ones. */
    List<Item> page(int top, boolean repeat, boolean skip) {
      List<Item> page = new ArrayList<>();
      NavigableMap<String, Item> rest = last.isEmpty() ? all : all.tailMap(last, repeat);
      Iterator<String> keys = rest.keySet().iterator();
      if (skip && keys.hasNext()) {
        last = keys.next();
      }
      while (page.size() < top && keys.hasNext()) {
        last = keys.next();
        page.add(rest.get(last));
      }
      return page;
    }

    /** A token for what comes after the page; empty at the end. */
    Optional<String> next() {
      boolean more = last.isEmpty() ? !all.isEmpty() : all.higherKey(last) != null;
      String text = MARK + list + last;
      return more
          ? Optional.of(
              Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(text.getBytes(StandardCharsets.UTF_8)))
          : Optional.empty();
    }
  }
}

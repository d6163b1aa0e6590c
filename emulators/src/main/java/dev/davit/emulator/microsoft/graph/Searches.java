package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Pages;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Items by words in their names and texts (driveitem-search). */
final class Searches {
  static final String ACTION = "/(?:microsoft\\.graph\\.)?search\\(q='(?<q>.*)'\\)";
  private static final Pattern WORDS = Pattern.compile(ACTION);
  private static final Pattern QUOTED = Pattern.compile("(?:[^']|'')+");

  private final World world;
  private final Pages pages;

  Searches(World world) {
    this.world = world;
    this.pages =
        new Pages(world.ids()::token, () -> Refusals.invalid("The $skiptoken is not valid here."));
  }

  /** Below a folder. */
  void below(Call call) throws IOException {
    send(call, () -> found(world.access().item(call), call));
  }

  /** In a drive, and in what others share with the caller. */
  void everywhere(Call call) throws IOException {
    send(
        call,
        () -> {
          Drive drive = world.access().drive(call);
          world.access().seesDrive(drive, call.who());
          return Stream.concat(found(drive.top(), call), shared(drive, call));
        });
  }

  /** Looks, under the lock. */
  @FunctionalInterface
  private interface Look {
    Stream<Item> now();
  }

  private void send(Call call, Look look) throws IOException {
    call.options().select().ifPresent(Schema::check);
    int top = call.options().top();
    call.send(200, world.store().locked(() -> answer(call, look, top)));
  }

  private Map<String, Object> answer(Call call, Look look, int top) {
    String question = call.who().account() + call.request().getRequestURI();
    List<String> all =
        pages
            .rest(call.options().text(Options.SKIP_TOKEN), question)
            .orElseGet(() -> look.now().map(item -> item.id).toList());
    int now = world.surprises().takeEmptyPage() ? 0 : Math.min(top, all.size());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("@odata.context", call.origin() + "/v1.0/$metadata#Collection(driveItem)");
    if (now < all.size()) {
      String token = pages.token(question, all.subList(now, all.size()));
      answer.put("@odata.nextLink", Children.next(call, token));
    }
    answer.put(
        "value",
        all.subList(0, now).stream()
            .flatMap(id -> world.store().item(id).stream())
            .map(item -> Schema.select(value(item, call), call.options().select()))
            .toList());
    return answer;
  }

  private Map<String, Object> value(Item item, Call call) {
    Map<String, Object> all = world.resources().item(item);
    all.put("parentReference", Resources.parent(item, false));
    all.put("searchResult", Map.of());
    if (!Access.isMine(item.drive, call.who()) && call.address().drive().isEmpty()) {
      all.put("remoteItem", Facets.remote(item));
    }
    return all;
  }

  private Stream<Item> found(Item folder, Call call) {
    List<String> words = words(call);
    return world.store().below(folder).stream()
        .filter(item -> item != folder)
        .filter(item -> words.stream().allMatch(word -> fits(item, word)));
  }

  private Stream<Item> shared(Drive drive, Call call) {
    boolean may = Access.isMine(drive, call.who()) && call.who().hasOneOf(Scopes.READ_ALL);
    return world.store().drives().stream()
        .filter(other -> may && other != drive)
        .flatMap(other -> found(other.top(), call))
        .filter(item -> Access.isShared(item, call.who()));
  }

  private static boolean fits(Item item, String word) {
    return item.key().contains(word) || item.text.contains(word);
  }

  /** The words between the quotes, where a quote is two. */
  private static List<String> words(Call call) {
    Matcher matcher = WORDS.matcher(call.address().action());
    Optional<String> text =
        matcher.matches() && QUOTED.matcher(matcher.group("q")).matches()
            ? Optional.of(matcher.group("q").replace("''", "'"))
            : Optional.empty();
    String words =
        text.orElseThrow(() -> Refusals.invalid("The search text is not quoted as it should be."));
    return Arrays.stream(words.toLowerCase(Locale.ROOT).trim().split("\\s+", -1)).toList();
  }
}

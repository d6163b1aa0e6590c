package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Pages;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** {@code files.list} (reference/rest/v3/files/list). */
final class FilesList {
  private static final int USUAL = 100;
  private static final int LARGEST = 1000;
  private static final String DEFAULTS =
      "kind,incompleteSearch,nextPageToken,files(" + Resources.DEFAULTS + ")";

  private final World world;
  private final Pages pages;

  FilesList(World world) {
    this.world = world;
    this.pages = new Pages(() -> "~!!~" + world.ids().token(), () -> Refusals.invalid("pageToken"));
  }

  void list(Call call) throws IOException {
    Mask mask = call.mask(DEFAULTS);
    int size = call.params().number("pageSize", USUAL, LARGEST);
    spaces(call);
    Map<String, Object> answer = world.tree().locked(() -> answer(call, mask, size));
    call.send(mask.apply(answer));
  }

  private Map<String, Object> answer(Call call, Mask mask, int size) {
    String question = question(call);
    List<String> all =
        pages
            .rest(call.params().text("pageToken"), question)
            .orElseGet(() -> find(call).stream().map(item -> item.id).toList());
    int now = world.faults().takeEmptyPage() ? 0 : Math.min(size, all.size());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "drive#fileList");
    answer.put("incompleteSearch", world.faults().incompleteSearch());
    if (now < all.size()) {
      answer.put("nextPageToken", pages.token(question, all.subList(now, all.size())));
    }
    answer.put("files", files(call, all.subList(0, now), mask.field("files")));
    return answer;
  }

  private List<Map<String, Object>> files(Call call, List<String> ids, Mask mask) {
    return ids.stream()
        .map(world.tree()::get)
        .flatMap(Optional::stream)
        .map(item -> world.resources().file(item, call.who(), mask))
        .toList();
  }

  /** What a page token is bound to. */
  private static String question(Call call) {
    Params params = call.params();
    return String.join(
        "\n",
        call.who().account(),
        call.who().client(),
        params.text("q"),
        params.text("orderBy"),
        params.text("corpora"),
        params.text("driveId"),
        params.text("spaces"),
        params.text("includeItemsFromAllDrives"));
  }

  private List<Item> find(Call call) {
    String query = call.params().text("q");
    String order = call.params().text("orderBy");
    Predicate<Item> corpus = new Corpus(world.access()).of(call);
    Predicate<Item> wanted = query.isEmpty() ? item -> true : parse(call, query);
    if (!order.isEmpty() && Token.has(query, "fullText")) {
      throw Refusals.badRequest(
              "Sorting is not supported for queries with fullText terms. Results are always in"
                  + " descending relevance order.")
          .at("orderBy");
    }
    if (call.params().text("spaces").equals("appDataFolder")) {
      return List.of();
    }
    return world.tree().all().stream()
        .filter(item -> !world.tree().isRoot(item))
        .filter(corpus.and(wanted))
        .filter(item -> world.access().sees(call.who(), item))
        .sorted(Orders.of(order))
        .toList();
  }

  private Predicate<Item> parse(Call call, String query) {
    return new QueryParser(query, new Terms(world.tree(), world.access(), call.who())).parse();
  }

  /** {@code appDataFolder} wants a scope of its own (guides/appdata). */
  private static void spaces(Call call) {
    Set<String> spaces =
        Set.copyOf(Arrays.asList(call.params().text("spaces", "drive").split(",", -1)));
    if (!Set.of("drive", "appDataFolder").containsAll(spaces)) {
      throw Refusals.invalid("spaces");
    }
    if (spaces.contains("appDataFolder") && !call.who().scopes().contains(DriveScopes.APPDATA)) {
      throw DriveError.of(
              403,
              "insufficientScopes",
              "The granted scopes do not give access to all of the requested spaces.")
          .at("spaces");
    }
  }
}

package dev.davit.emulator.google.drive;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is left of lists that came in pages, by page token. */
final class Pages {
  /**
   * The rest of a list.
   *
   * @param query what was asked: a token is good for the same question only
   */
  record Rest(String query, List<String> ids) {}

  private final Map<String, Rest> rests = new ConcurrentHashMap<>();
  private final Ids ids;

  Pages(Ids ids) {
    this.ids = ids;
  }

  /**
   * What a token stands for; empty without one. A token can be used again.
   *
   * @throws DriveError 400 when there is no such token, or another question was asked
   */
  Optional<List<String>> rest(String token, String query) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    Rest rest = rests.get(token);
    if (rest == null || !rest.query().equals(query)) {
      throw Refusals.invalid("pageToken");
    }
    return Optional.of(rest.ids());
  }

  /** A token for what is left. */
  String token(String query, List<String> left) {
    String token = "~!!~" + ids.token();
    rests.put(token, new Rest(query, List.copyOf(left)));
    return token;
  }
}

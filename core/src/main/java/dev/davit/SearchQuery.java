package dev.davit;

import dev.davit.internal.input.Inputs;
import org.jspecify.annotations.Nullable;

/**
 * Which page of what matches.
 *
 * @param words what the user typed, taken literally: 1 to 200 characters, not blank, none a control
 *     character; anything else is {@code INVALID_REQUEST}
 * @param limit how many at most, 1 to 1,000; anything else is {@code INVALID_REQUEST}
 * @param pageToken from the page before; null for the first
 */
public record SearchQuery(String words, int limit, @Nullable String pageToken) {
  public SearchQuery {
    Inputs.words(words);
    Inputs.limit(limit);
  }

  /** The first page of what matches, of the usual size. */
  public static SearchQuery of(String words) {
    return new SearchQuery(words, FolderQuery.DEFAULT_LIMIT, null);
  }
}

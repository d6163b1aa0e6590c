package dev.davit.nextcloud.internal;

import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Search;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.dav.Href;
import dev.davit.webdav.internal.dav.MultiStatus;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Call;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.http.Faults;
import dev.davit.webdav.internal.storage.Found;
import dev.davit.webdav.internal.storage.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds files and folders by a part of their names (RFC 5323), ordered by these. */
final class NameSearch implements Search {
  private static final Pattern OFFSET = Pattern.compile("[1-9][0-9]{0,8}");

  private final DavClient client;
  private final CredentialSource credentials;

  /**
   * A search.
   *
   * @param client whose paths are below the top of the WebDAV
   * @param credentials that say whose files
   */
  NameSearch(DavClient client, CredentialSource credentials) {
    this.client = client;
    this.credentials = credentials;
  }

  @Override
  public Listing find(String words, int limit, @Nullable Cursor cursor) {
    if (limit < 1 || limit > ListRequest.MAX_LIMIT) {
      throw new IllegalArgumentException("a page has 1 to " + ListRequest.MAX_LIMIT + " entries");
    }
    long offset = cursor == null ? 0 : offset(cursor);
    if (!SearchQuery.canBe(words)) {
      return new Listing(List.of(), null);
    }
    DavPath files = Spaces.files((SecretFields) credentials.current().credential());
    List<Found> found = ask(new SearchQuery(files, words, limit + 1L, offset));
    boolean more = found.size() > limit;
    return new Listing(
        entries(more ? found.subList(0, limit) : found),
        more ? new Cursor(Long.toString(offset + limit)) : null);
  }

  private static List<Entry> entries(List<Found> found) {
    return found.stream()
        .filter(one -> !one.path().isRoot() && !Names.isTemporary(one.path().name()))
        .map(Found::entry)
        .distinct()
        .toList();
  }

  private static long offset(Cursor cursor) {
    if (!OFFSET.matcher(cursor.value()).matches()) {
      throw new CloudException(ErrorKind.INVALID_CURSOR, "The list can't be continued from there.");
    }
    return Long.parseLong(cursor.value());
  }

  private List<Found> ask(SearchQuery query) {
    try (Answer answer = client.send(Call.of("SEARCH", DavPath.ROOT).with(query.payload()))) {
      if (answer.status() != 207) {
        throw Faults.of(answer);
      }
      return read(answer, query);
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  private List<Found> read(Answer answer, SearchQuery query) throws IOException {
    Href href = new Href(answer.target(), DavPath.ROOT);
    List<Found> found = new ArrayList<>();
    MultiStatus.Bounds bounds =
        new MultiStatus.Bounds(client.settings().listingBytes(), ListRequest.MAX_LIMIT + 1);
    MultiStatus status = new MultiStatus(answer.body(), bounds);
    for (var response = status.next(); response != null; response = status.next()) {
      found.add(Found.of(href.below(query.files(), response.href()), response.resource()));
    }
    return found;
  }
}

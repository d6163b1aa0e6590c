package dev.davit.drive.internal.storage;

import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.drive.internal.http.Faults;
import dev.davit.ports.CloudException;
import dev.davit.ports.storage.Entry;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single pages of {@code files.list}. */
final class Pages {
  private static final String FIELDS =
      "nextPageToken,incompleteSearch,files(" + Entries.FIELDS + ")";

  private final DriveClient client;

  Pages(DriveClient client) {
    this.client = client;
  }

  /** Says where to look. */
  interface Where {
    Drive.Files.List in(Drive.Files.List request);
  }

  /** What is in a folder: of a shared drive, that drive is asked, which knows all that is in it. */
  FileList children(Folder folder, int limit, @Nullable String token) {
    return page(Query.childrenOf(folder.file()), in(folder), limit, token);
  }

  /** The same of what fits a query, with other fields of each file. */
  FileList inFolder(Folder folder, String query, String fields, int limit, @Nullable String token) {
    String all = "nextPageToken,incompleteSearch,files(" + fields + ")";
    Where where = in(folder);
    return page(query, request -> where.in(request).setFields(all), limit, token);
  }

  private static Where in(Folder folder) {
    String drive = folder.drive();
    return request -> drive == null ? request : request.setCorpora("drive").setDriveId(drive);
  }

  /**
   * A page of what fits a query.
   *
   * @throws CloudException {@link dev.davit.ports.ErrorKind#INVALID_CURSOR} if Google does not know
   *     the token
   */
  FileList page(String query, Where where, int limit, @Nullable String token) {
    try {
      return client.json(drive -> request(drive.files().list(), query, where, limit, token));
    } catch (CloudException e) {
      throw Bookmark.refused(e, token);
    }
  }

  private static Drive.Files.List request(
      Drive.Files.List request, String query, Where where, int limit, @Nullable String token) {
    Drive.Files.List all =
        request
            .setQ(query)
            .setPageSize(limit)
            .setFields(FIELDS)
            .setSupportsAllDrives(true)
            .setIncludeItemsFromAllDrives(true);
    return where.in(token == null ? all : all.setPageToken(token));
  }

  /** What was made first of what carries a mark of ours and is not in the bin. */
  Optional<File> marked(String key, String value, String fields) {
    String all = "nextPageToken,files(" + fields + ")";
    String query = Query.marked(key, value);
    String token = null;
    do {
      FileList page =
          page(query, request -> request.setOrderBy("createdTime").setFields(all), 1, token);
      if (!files(page).isEmpty()) {
        return Optional.of(files(page).get(0));
      }
      token = page.getNextPageToken();
    } while (token != null);
    return Optional.empty();
  }

  /** The entries of a page, each once. */
  static List<Entry> entries(FileList page) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (File file : files(page)) {
      entries.put(Entries.required(file.getId()), Entries.of(file));
    }
    return List.copyOf(entries.values());
  }

  static List<File> files(FileList page) {
    if (page.getFiles() == null) {
      throw Faults.protocol(new IOException("a list without files"));
    }
    return page.getFiles();
  }

  static boolean isIncomplete(FileList page) {
    return Boolean.TRUE.equals(page.getIncompleteSearch());
  }
}

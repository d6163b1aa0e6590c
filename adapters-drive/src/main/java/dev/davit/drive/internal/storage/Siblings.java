package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a folder has of certain names. A Drive lets many things have one name, and looks for names
 * without regard to upper and lower case.
 */
final class Siblings {
  /** What is asked of files here: all that entries are made of, and what tells them apart. */
  static final String FIELDS = Entries.FIELDS + ",createdTime,appProperties";

  /**
   * The order in which all agree who was first: by the time that Google has for it, then by id.
   * Nothing can be made and first at once, but whoever looks after having made sees everybody who
   * looked before.
   */
  static final Comparator<File> FIRST =
      Comparator.<File>comparingLong(file -> millis(file.getCreatedTime()))
          .thenComparing(file -> Entries.required(file.getId()));

  /** The one that was changed last. */
  static final Comparator<File> LATEST =
      Comparator.<File>comparingLong(file -> -millis(file.getModifiedTime()))
          .thenComparing(file -> Entries.required(file.getId()));

  private static final int MOST = 1000;

  private final Pages pages;

  Siblings(Pages pages) {
    this.pages = pages;
  }

  /** All that are shown under one of these names, and are not in the bin. */
  List<File> named(Folder folder, List<String> names) {
    String query =
        names.stream()
            .flatMap(name -> Stream.concat(Stream.of(name), Native.stems(name)))
            .distinct()
            .map(name -> "name=" + Query.quoted(name))
            .collect(Collectors.joining(" or ", Query.childrenOf(folder.file()) + " and (", ")"));
    List<File> found = new ArrayList<>();
    String token = null;
    do {
      FileList page = page(folder, query, token);
      Pages.files(page).stream().filter(file -> names.contains(shown(file))).forEach(found::add);
      token = page.getNextPageToken();
    } while (token != null);
    return found;
  }

  private FileList page(Folder folder, String query, @Nullable String token) {
    FileList page = pages.inFolder(folder, query, FIELDS, MOST, token);
    if (Pages.isIncomplete(page)) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE,
          "Google could not look through the whole folder. Try again later.");
    }
    return page;
  }

  /** The name under which a file is shown. */
  static String shown(File file) {
    return Native.shown(Entries.required(file.getName()), Entries.effectiveType(file));
  }

  /** The name to keep at Google for a file that is to be shown under a name. */
  static String kept(File file, String name) {
    return shown(file).equals(name)
        ? Entries.required(file.getName())
        : Native.kept(name, Entries.effectiveType(file));
  }

  private static long millis(com.google.api.client.util.@Nullable DateTime time) {
    return time == null ? 0 : time.getValue();
  }
}

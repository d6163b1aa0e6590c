package dev.davit.emulator.microsoft.graph;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The properties of a driveItem (resources/driveitem), for {@code $select} and for bodies. */
final class Schema {
  static final String DOWNLOAD = "@microsoft.graph.downloadUrl";
  private static final Set<String> ITEM =
      Set.of(
          ("activities analytics audio bundle cTag children content createdBy createdByUser"
                  + " createdDateTime deleted description eTag file fileSystemInfo folder id image"
                  + " lastModifiedBy lastModifiedByUser lastModifiedDateTime listItem location"
                  + " malware name package parentReference pendingOperations permissions photo"
                  + " publication remoteItem retentionLabel root searchResult shared sharepointIds"
                  + " size specialFolder subscriptions thumbnails versions video webDavUrl webUrl"
                  + " workbook")
              .split(" ", -1));

  private Schema() {}

  /**
   * Lets through properties that there are.
   *
   * @throws Refused 400 for any other
   */
  static void check(Collection<String> names) {
    for (String name : names) {
      if (!ITEM.contains(name) && !name.equals(DOWNLOAD)) {
        throw Refusals.invalid(
            "Could not find a property named '" + name + "' on type 'microsoft.graph.driveItem'.");
      }
    }
  }

  /** What is selected of an item; annotations of OData stay. */
  static Map<String, Object> select(Map<String, Object> all, Optional<List<String>> select) {
    if (select.isEmpty()) {
      return all;
    }
    Map<String, Object> some = new LinkedHashMap<>(all);
    some.keySet().removeIf(name -> !select.get().contains(name) && !name.startsWith("@odata."));
    return some;
  }
}

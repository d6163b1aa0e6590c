package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.files.Contents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What SharePoint does to Office files on demand: what is kept is not what came
 * (github.com/OneDrive/onedrive-api-docs/issues/935), and the tags change once more when nobody
 * looks (issues 308, 392). Under the store's lock.
 */
final class Rewriting {
  private static final Pattern OFFICE = Pattern.compile(".*\\.(?:doc|xls|ppt)[xm]?");
  private static final byte[] MORE =
      "<!-- SharePoint was here. -->".getBytes(StandardCharsets.UTF_8);

  private final Contents contents;
  private final GraphFaults faults;
  private final List<Item> unsettled = new ArrayList<>();

  Rewriting(Contents contents, GraphFaults faults) {
    this.contents = contents;
    this.faults = faults;
  }

  private static boolean isOffice(String name) {
    return OFFICE.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** What is kept of what came. */
  Arrived altered(String name, Arrived arrived) {
    if (!faults.rewriting() || !isOffice(name)) {
      return arrived;
    }
    try (InputStream came = Files.newInputStream(arrived.content().file());
        InputStream more = new ByteArrayInputStream(MORE)) {
      return new Arrived(contents.keep(new SequenceInputStream(came, more)), arrived.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something was written, perhaps by SharePoint, too. */
  void written(Item item) {
    if (faults.rewriting() && isOffice(item.name)) {
      unsettled.add(item);
    }
  }

  /** Another request has come: what was altered has other tags now. */
  boolean settle(Store store) {
    boolean any = !unsettled.isEmpty();
    for (Item item : unsettled) {
      item.contentVersion++;
      store.touched(item, item.modifiedBy);
    }
    unsettled.clear();
    return any;
  }

  /** The size that is told of an item. */
  long told(Item item) {
    boolean misstated = item.is(Item.Kind.FILE) && isOffice(item.name);
    return misstated ? item.size + faults.misstatedSize() : item.size;
  }
}

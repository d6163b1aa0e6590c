package dev.davit.webdav;

import dev.davit.ports.CloudException;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * The adapter in a JVM of its own. Each line of input, {@code WHAT LISTING_BYTES DEADLINE_MS URL},
 * is one task; each line of output says how it ended, the heap's peak meanwhile and what stayed of
 * it, in bytes, with tabs between.
 */
final class HostileHeap {
  private static final EntryId A = new EntryId("1YQ");

  private HostileHeap() {}

  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      System.gc();
      pools().forEach(MemoryPoolMXBean::resetPeakUsage);
      String end = end(words[0], settings(words[1], words[2]), words[3]);
      long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
      System.gc();
      long left = pools().stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
      System.out.println(end + "\t" + peak + "\t" + left);
    }
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static WebDavSettings settings(String listingBytes, String deadline) {
    WebDavSettings usual = Davs.settings();
    Duration most = Duration.ofMillis(Long.parseLong(deadline));
    return new WebDavSettings(
        usual.connect(),
        most,
        most,
        most,
        usual.leastRate(),
        Long.parseLong(listingBytes),
        usual.listingEntries(),
        usual.spool());
  }

  private static String end(String what, WebDavSettings settings, String url) {
    try (WebDavProvider provider = new WebDavProvider(Davs.loopback(), settings)) {
      return what.equals("verify") ? verify(provider, url) : used(what, provider, url);
    } catch (CloudException e) {
      return e.kind().name();
    } catch (IOException e) {
      return "BROKEN";
    }
  }

  private static String verify(WebDavProvider provider, String url) {
    ((Authentication.Fields) provider.authentication()).verify(Davs.fields(url));
    return "VERIFIED";
  }

  private static String used(String what, WebDavProvider provider, String url) throws IOException {
    Storage storage = provider.open(Davs.source(Davs.fields(url)));
    return switch (what) {
      case "list" -> "LISTED " + list(storage).size();
      case "follow" -> read(storage, list(storage).get(0).id());
      default -> read(storage, A);
    };
  }

  private static List<Entry> list(Storage storage) {
    return storage.list(new ListRequest(EntryId.ROOT, 1000, null)).entries();
  }

  private static String read(Storage storage, EntryId id) throws IOException {
    try (Download download = storage.read(id, null)) {
      return "READ " + download.body().transferTo(OutputStream.nullOutputStream());
    }
  }
}

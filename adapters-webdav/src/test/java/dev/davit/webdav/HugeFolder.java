package dev.davit.webdav;

import com.github.sardine.DavResource;
import com.github.sardine.SardineFactory;
import com.sun.management.OperatingSystemMXBean;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists a folder of numbered names in a JVM of its own, all of it, some times: {@code davit URL
 * TIMES} or {@code sardine URL TIMES}. Each line of output is one time: how many entries came, how
 * many different ones, milliseconds to the first page and to the last, how many of those all
 * processors worked, and the heap's peak in KiB.
 */
final class HugeFolder {
  private final BitSet numbers = new BitSet();
  private int count;
  private long firstNanos;

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < Integer.parseInt(args[2]); i++) {
      System.gc();
      pools().forEach(MemoryPoolMXBean::resetPeakUsage);
      HugeFolder folder = new HugeFolder();
      long worked = worked();
      long start = System.nanoTime();
      if (args[0].equals("davit")) {
        folder.davit(args[1]);
      } else {
        folder.sardine(args[1]);
      }
      folder.report(start, System.nanoTime(), worked() - worked);
    }
  }

  private void davit(String url) {
    try (WebDavProvider provider = new WebDavProvider(Davs.loopback(), Davs.settings())) {
      Storage storage = provider.open(Davs.source(Davs.fields(url)));
      for (Listing page = page(storage, null); page != null; page = page(storage, page)) {
        firstNanos = firstNanos == 0 ? System.nanoTime() : firstNanos;
        page.entries().forEach(entry -> see(entry.name()));
      }
    }
  }

  private static @Nullable Listing page(Storage storage, @Nullable Listing last) {
    return last != null && last.next() == null
        ? null
        : storage.list(new ListRequest(EntryId.ROOT, 1000, last == null ? null : last.next()));
  }

  private void sardine(String url) throws Exception {
    List<DavResource> all = SardineFactory.begin().list(url);
    firstNanos = System.nanoTime();
    all.stream()
        .map(DavResource::getName)
        .filter(name -> name.startsWith("entry"))
        .forEach(this::see);
  }

  private void see(String name) {
    count++;
    numbers.set(Integer.parseInt(name.substring("entry-".length(), name.indexOf('.'))));
  }

  private void report(long start, long end, long worked) {
    long peak = pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    System.out.printf(
        "%d %d %d %d %d %d%n",
        count,
        numbers.cardinality(),
        (firstNanos - start) / 1_000_000,
        (end - start) / 1_000_000,
        worked / 1_000_000,
        peak / 1024);
  }

  private static long worked() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}

package dev.davit.onedrive;

import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.memory.FixedCredentials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The adapter in a JVM of its own with a small heap: {@code URL ACCESS LIMIT}. It lists the root;
 * of each page it says what the heap holds then, in bytes, and the ids; and waits for a line before
 * it goes on.
 */
final class LargeFolderFork {
  private LargeFolderFork() {}

  public static void main(String[] args) throws IOException {
    OAuthTokens tokens = new OAuthTokens(new Secret(args[1]), null, null, Set.of());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (OneDriveProvider provider =
        Microsofts.provider(Microsofts.settings(URI.create(args[0])))) {
      Storage storage = provider.open(new FixedCredentials(tokens));
      Cursor next = null;
      do {
        next = say(storage.list(new ListRequest(EntryId.ROOT, Integer.parseInt(args[2]), next)));
      } while (in.readLine() != null && next != null);
    }
  }

  private static @Nullable Cursor say(Listing page) {
    String ids =
        page.entries().stream().map(Entry::id).map(EntryId::value).collect(Collectors.joining(" "));
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.println(heap + " " + ids);
    return page.next();
  }

  /** Starts one. */
  static Running start(Path errors, URI url, OAuthTokens tokens, int limit) throws IOException {
    return new Running(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                LargeFolderFork.class.getName(),
                url.toString(),
                tokens.access().reveal(),
                Integer.toString(limit))
            .redirectError(errors.toFile())
            .start());
  }

  /**
   * A page as it was said.
   *
   * @param heap what was held then, in bytes
   * @param ids of the entries
   */
  record Page(long heap, List<String> ids) {}

  /** One that runs. */
  static final class Running implements AutoCloseable {
    private final Process process;
    private final BufferedReader pages;
    private final Writer in;
    private boolean begun;

    private Running(Process process) {
      this.process = process;
      this.pages = process.inputReader(StandardCharsets.UTF_8);
      this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** The next page; null after the last one. */
    @Nullable Page next() throws IOException, InterruptedException {
      if (begun) {
        in.write("\n");
        in.flush();
      }
      begun = true;
      String line = pages.readLine();
      if (line == null) {
        ended();
        return null;
      }
      List<String> words = List.of(line.strip().split(" ", -1));
      return new Page(Long.parseLong(words.get(0)), words.subList(1, words.size()));
    }

    private void ended() throws InterruptedException {
      if (process.waitFor() != 0) {
        throw new AssertionError("the list was not listed to its end");
      }
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }
}

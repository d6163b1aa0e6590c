package dev.davit.webdav;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How patient the adapter is with servers, and where it keeps what it must.
 *
 * @param connect for a connection, and again for TLS
 * @param answer from the end of a request to the head of its answer, where a file is read or
 *     written
 * @param idle how long a file's bytes may stand still
 * @param total for a whole request that reads or writes no file; a listing too
 * @param leastRate bytes a second that a file must move on average, counting only time spent
 *     waiting for the server
 * @param listingBytes how large a server's answer to a listing may be
 * @param listingEntries how many entries a folder may have
 * @param spool an existing folder for files of unknown size on their way to a server, and for
 *     folders of many entries on their way to users: 256 MiB of those at most, in files without a
 *     name, of which a crash leaves none
 */
public record WebDavSettings(
    Duration connect,
    Duration answer,
    Duration idle,
    Duration total,
    long leastRate,
    long listingBytes,
    int listingEntries,
    Path spool) {
  private static final long LEAST_RATE = 1024;
  private static final long LISTING_BYTES = 512L * 1024 * 1024;
  private static final int LISTING_ENTRIES = 500_000;

  /** What suits servers on the Internet; spools to the system's temporary folder. */
  public static WebDavSettings defaults() {
    return new WebDavSettings(
        Duration.ofSeconds(10),
        Duration.ofSeconds(60),
        Duration.ofSeconds(30),
        Duration.ofSeconds(60),
        LEAST_RATE,
        LISTING_BYTES,
        LISTING_ENTRIES,
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** These, with another spool folder. */
  public WebDavSettings withSpool(Path folder) {
    return new WebDavSettings(
        connect, answer, idle, total, leastRate, listingBytes, listingEntries, folder);
  }
}

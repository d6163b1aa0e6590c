package dev.davit.webdav.internal.http;

import dev.davit.webdav.WebDavSettings;
import java.time.Duration;

/**
 * How long a server may take, and how much it may send.
 *
 * @param connect for a connection, and again for TLS
 * @param answer from the end of a request to the head of its answer, where a body follows or went
 *     before
 * @param idle how long a body may stand still
 * @param total for a whole exchange without a body of unknown size
 * @param leastRate bytes a second that a body must have on average, counting only time spent
 *     waiting for the server
 * @param listingBytes how large a listing may be
 * @param listingEntries how many entries it may have
 */
public record Limits(
    Duration connect,
    Duration answer,
    Duration idle,
    Duration total,
    long leastRate,
    long listingBytes,
    int listingEntries) {
  /** As the settings say. */
  public static Limits of(WebDavSettings settings) {
    return new Limits(
        settings.connect(),
        settings.answer(),
        settings.idle(),
        settings.total(),
        settings.leastRate(),
        settings.listingBytes(),
        settings.listingEntries());
  }
}

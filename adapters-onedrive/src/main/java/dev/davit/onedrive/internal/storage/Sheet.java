package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.outbound.transfer.Call;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list at Graph.
 *
 * @param items what is on it
 * @param next where the next one is, below the version of the API; null if there is none
 * @param delta where to ask for changes later; null where Graph does not say
 */
record Sheet(List<Json> items, @Nullable String next, @Nullable String delta) {
  /** Without it shortcuts are left out of lists (onedrive-api-docs, issue 1427). */
  private static final String SHORTCUTS_TOO = "Include-Feature=AddToOneDrive";

  /**
   * Gets a page.
   *
   * @param link where it is, below the version of the API, as Graph handed it out
   */
  static Sheet at(GraphClient client, String link) {
    URI address = URI.create(client.endpoints().graph() + link);
    Json page = client.json(Call.of("GET", address).with("Prefer", SHORTCUTS_TOO));
    List<Json> items = page.list("value");
    if (items == null) {
      throw Faults.protocol(new IOException("a list without a value"));
    }
    return new Sheet(
        items,
        handedOut(client, page.text("@odata.nextLink")),
        handedOut(client, page.text("@odata.deltaLink")));
  }

  /** An address below the version of the API; it must be one of Graph's. */
  static @Nullable String handedOut(GraphClient client, @Nullable String address) {
    return address == null ? null : below(client, client.endpoints().graph(address));
  }

  /** What of an address comes after the version of the API. */
  static String below(GraphClient client, URI address) {
    String graph = client.endpoints().graph().toString();
    String text = address.toString();
    if (!text.startsWith(graph)) {
      throw Faults.protocol(new IOException("an address of another version"));
    }
    return text.substring(graph.length());
  }
}

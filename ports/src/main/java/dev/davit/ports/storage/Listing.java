package dev.davit.ports.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of entries.
 *
 * @param entries in the provider's order; none twice within one listing
 * @param next where the next page starts; null only when the provider said that there is none
 */
public record Listing(List<Entry> entries, @Nullable Cursor next) {
  public Listing {
    entries = List.copyOf(entries);
  }
}

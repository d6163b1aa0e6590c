package dev.davit;

import dev.davit.ports.store.Purge;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the purges.
 *
 * @param purges in the order of their ids
 * @param next what to pass as {@code after} for the next page; null on the last one
 */
public record PurgePage(List<Purge> purges, @Nullable String next) {
  public PurgePage {
    purges = List.copyOf(purges);
  }
}

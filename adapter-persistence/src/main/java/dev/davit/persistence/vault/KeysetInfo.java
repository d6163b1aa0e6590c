package dev.davit.persistence.vault;

import java.util.List;

/**
 * Which keys a keyset has, without the keys.
 *
 * @param primary the id of the one that seals
 * @param ids of all that open, in ascending order
 */
public record KeysetInfo(long primary, List<Long> ids) {
  public KeysetInfo {
    ids = List.copyOf(ids);
  }
}

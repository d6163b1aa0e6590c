package dev.davit.ports;

/**
 * Whose storage it is: the host's id and the generation in which that id is used. A purged owner's
 * id can't come back as itself: should the host use it again, it is a new generation, which sees
 * nothing of the one before.
 *
 * @param id the host application's name for this owner
 * @param generation 1 for an id that was never purged, one more after each purge
 */
public record Owner(OwnerId id, long generation) {
  public Owner {
    if (generation < 1) {
      throw new IllegalArgumentException("generations start at 1");
    }
  }

  /**
   * The one text that stands for this owner in rows and seals; different for every id and
   * generation.
   */
  public String key() {
    return generation + ":" + id.value();
  }
}

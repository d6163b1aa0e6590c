package dev.davit.internal.providers;

import dev.davit.ports.ProviderId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The servers that were called lately. Beyond so many, those that were not called for longest are
 * forgotten, but none to which a call is under way. Safe for use by many threads.
 */
final class Origins {
  private static final int MOST = 1000;

  private final int atOnce;
  private final Timing timing;
  private final Map<Key, Origin> known = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * No server yet.
   *
   * @param atOnce how many calls each bears at once, and how many uploads besides
   */
  Origins(int atOnce, Timing timing) {
    this.atOnce = atOnce;
    this.timing = timing;
  }

  private record Key(ProviderId provider, String origin) {}

  /** The server, which is not forgotten until it is {@link #release}d. */
  synchronized Origin hold(ProviderId provider, String origin) {
    Origin held =
        known.computeIfAbsent(
            new Key(provider, origin), key -> new Origin(provider + " " + origin, atOnce, timing));
    held.users++;
    forgetIdle();
    return held;
  }

  synchronized void release(Origin origin) {
    origin.users--;
  }

  synchronized int size() {
    return known.size();
  }

  private void forgetIdle() {
    Iterator<Origin> eldest = known.values().iterator();
    while (known.size() > MOST && eldest.hasNext()) {
      if (eldest.next().users == 0) {
        eldest.remove();
      }
    }
  }
}

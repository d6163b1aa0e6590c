package dev.davit.webdav.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What is known about the things that were asked for last; of others nothing is known again. */
final class Recent<T> {
  private static final int MOST = 1000;

  private final Supplier<T> unknown;
  private final Map<String, T> byKey =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
          return size() > MOST;
        }
      };

  Recent(Supplier<T> unknown) {
    this.unknown = unknown;
  }

  synchronized T of(String key) {
    return byKey.computeIfAbsent(key, absent -> unknown.get());
  }
}

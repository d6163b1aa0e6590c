package dev.davit.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last requests that an emulator had, oldest first. Safe for use by several threads. */
public final class Requests {
  private static final int KEPT = 10_000;

  private final Deque<Exchange> exchanges = new ArrayDeque<>();

  /** Notes one; the oldest is forgotten when there are more than 10,000. */
  public synchronized void add(Exchange exchange) {
    exchanges.addLast(exchange);
    if (exchanges.size() > KEPT) {
      exchanges.removeFirst();
    }
  }

  /** All that are remembered. A request is noted when its answer is complete. */
  public synchronized List<Exchange> all() {
    return List.copyOf(exchanges);
  }

  /** Those of one method whose path has this part in it. */
  public List<Exchange> of(String method, String pathPart) {
    return all().stream()
        .filter(seen -> seen.method().equals(method) && seen.path().contains(pathPart))
        .toList();
  }

  /** How many there were of one method whose path has this part in it. */
  public int count(String method, String pathPart) {
    return of(method, pathPart).size();
  }

  /** Forgets all. */
  public synchronized void clear() {
    exchanges.clear();
  }
}

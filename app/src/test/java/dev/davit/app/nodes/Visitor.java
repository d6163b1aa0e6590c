package dev.davit.app.nodes;

import dev.davit.app.support.Answer;
import dev.davit.app.support.Client;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client who stores, lists (at a provider, too) and reads back all the time, at one node as long
 * as that answers and then at the next, as behind a proxy.
 */
final class Visitor implements Runnable {
  private static final int MOST_BYTES = 20_000;
  private static final int UNAVAILABLE = 503;

  private final Fleet fleet;
  private final Client user;
  private final String folder;
  private final Acknowledged acknowledged;
  private final SplittableRandom random;
  private final AtomicBoolean leaving = new AtomicBoolean();
  private final AtomicInteger served = new AtomicInteger();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private int node;

  Visitor(
      Fleet fleet,
      int node,
      Client user,
      String connection,
      Acknowledged acknowledged,
      SplittableRandom random) {
    this.fleet = fleet;
    this.node = node;
    this.user = user;
    this.folder = "/api/cloud/folders/google_drive/root?refresh=true&connection_id=" + connection;
    this.acknowledged = acknowledged;
    this.random = random;
  }

  @Override
  public void run() {
    while (!leaving.get()) {
      try {
        step(user.at(fleet.node(node).port()));
      } catch (UncheckedIOException e) {
        node = (node + 1) % fleet.size();
      } catch (RuntimeException | AssertionError e) {
        faults.add(e.toString());
      }
    }
  }

  private void step(Client there) {
    switch (acknowledged.isEmpty() ? 0 : random.nextInt(5)) {
      case 0 -> store(there);
      case 1 -> answered(there.get("/api/documents?limit=20"), 200);
      case 2 -> answered(there.get("/api/cloud/connections"), 200);
      case 3 -> answered(there.get(folder), 200);
      default -> read(there);
    }
  }

  private void store(Client there) {
    byte[] bytes = new byte[random.nextInt(1, MOST_BYTES)];
    random.nextBytes(bytes);
    Answer answer = there.store("report.bin", bytes);
    if (answered(answer, 201)) {
      acknowledged.stored(answer.text("id"), bytes);
    }
  }

  private void read(Client there) {
    String id = acknowledged.any(random);
    Answer answer = there.get("/api/documents/" + id + "/content");
    if (answered(answer, 200)) {
      acknowledged.assertIs(id, answer.bytes());
    }
  }

  private boolean answered(Answer answer, int wanted) {
    if (answer.status() == UNAVAILABLE) {
      refusals.add(answer.text());
      return false;
    }
    answer.expect(wanted);
    served.incrementAndGet();
    return true;
  }

  void leave() {
    leaving.set(true);
  }

  /** How many calls were answered well. */
  int served() {
    return served.get();
  }

  /** The clean refusals, which others must judge; and forgets them. */
  List<String> takeRefusals() {
    List<String> all = List.copyOf(refusals);
    refusals.clear();
    return all;
  }

  /** What must never be answered. */
  List<String> faults() {
    return faults;
  }
}

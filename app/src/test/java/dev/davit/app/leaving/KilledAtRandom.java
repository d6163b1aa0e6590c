package dev.davit.app.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Purges under way while one process after the other is killed; on PostgreSQL another lives on. */
final class KilledAtRandom implements AutoCloseable {
  /** How long a node lives at most: where none lives beside it, long enough to get on. */
  private static final Duration BESIDE_ANOTHER = Duration.ofMillis(400);

  private static final Duration ALONE = Duration.ofMillis(1500);

  private final SplittableRandom random = new SplittableRandom(8);
  private final int kills;
  private final long longest;
  private final Clouds clouds;
  private final Site site;
  private final Table table;
  private final Guests guests;
  private final List<String> owners;
  private final List<ForkedNode> alive = new ArrayList<>();
  private int started;
  private int inHand;
  private int struck;
  private ForkedNode spare;

  KilledAtRandom(Premises premises, Path place, int kills) {
    this.kills = kills;
    longest = (premises == Premises.SQLITE ? ALONE : BESIDE_ANOTHER).toNanos();
    clouds = new Clouds(place);
    site = premises.site(place.resolve("site"), clouds.google().url());
    table = new Table(site);
    guests = new Guests(site, clouds);
    owners = guests.add(kills);
    table.postpone();
    int nodes = premises == Premises.SQLITE ? 1 : 2;
    for (int i = 0; i < nodes; i++) {
      alive.add(begun(next()));
    }
    spare = next();
  }

  private ForkedNode next() {
    return ForkedNode.start(site, "node" + ++started, 0, "");
  }

  private static ForkedNode begun(ForkedNode node) {
    node.begin();
    return node;
  }

  /** Kills, and looks at what is left. */
  void run() {
    for (String owner : owners) {
      guests.leave(owner);
      table.hasten();
      LockSupport.parkNanos(random.nextLong(longest));
      kill(alive.remove(0));
      alive.add(begun(spare));
      spare = next();
    }
    NodeMain.finish(site);
    check();
  }

  private void kill(ForkedNode node) {
    node.close();
    int jobs = table.letLeasesRunOut(node.name());
    inHand += jobs;
    struck += jobs > 0 ? 1 : 0;
  }

  private void check() {
    assertThat(struck).as("kills that struck a job in hand").isGreaterThan(kills / 10);
    Remains remains = new Remains(site, clouds);
    owners.forEach(remains::check);
    owners.forEach(remains::checkDisk);
    remains.checkAll(owners.size());
    try (LeavingNode node = new LeavingNode(site, "last", Duration.ZERO, Steps.NONE)) {
      Remains.checkChain(node.stores());
    }
  }

  @Override
  public String toString() {
    return "%d kills, %d of them with jobs in hand, %d jobs interrupted, %d purges"
        .formatted(kills, struck, inHand, owners.size());
  }

  @Override
  public void close() {
    alive.forEach(ForkedNode::close);
    spare.close();
    guests.close();
    clouds.close();
  }
}

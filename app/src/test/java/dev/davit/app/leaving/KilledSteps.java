package dev.davit.app.leaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Caller;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Purges that are each begun by a process which dies after another step of it, each of another
 * owner on a copy of one database, and ended by another node.
 */
final class KilledSteps implements AutoCloseable {
  private final Premises premises;
  private final Clouds clouds;
  private final Site site;
  private final List<String> owners;
  private final Map<String, Site> left = new LinkedHashMap<>();
  private final List<String> words = new ArrayList<>();

  KilledSteps(Premises premises, Path place, int owners) {
    this.premises = premises;
    clouds = new Clouds(place);
    site = premises.site(place.resolve("site"), clouds.google().url());
    try (Guests guests = new Guests(site, clouds)) {
      this.owners = guests.add(owners);
    }
    new Table(site).postpone();
  }

  /** Runs until these steps, side by side; answers whether one has got to the end without dying. */
  boolean at(List<Integer> steps) {
    List<ForkedNode> nodes = steps.stream().map(this::start).toList();
    nodes.forEach(ForkedNode::tell);
    List<String> last = nodes.stream().map(ForkedNode::lastWords).toList();
    nodes.forEach(ForkedNode::close);
    assertThat(last).allMatch(line -> line.startsWith("dies after") || line.startsWith("over"));
    words.addAll(last);
    return last.stream().anyMatch(line -> line.startsWith("over"));
  }

  private ForkedNode start(int step) {
    int number = left.size();
    Site copy = premises.copy(site, number);
    left.put(owners.get(number), copy);
    return ForkedNode.start(copy, "first", step, owners.get(number));
  }

  /**
   * Whoever asked asks again, since the node may have died before it had begun; and another one
   * ends what was begun, once the dead one's leases are over.
   */
  void check() {
    left.forEach(this::check);
  }

  private void check(String owner, Site copy) {
    new Table(copy).letLeasesRunOut("first");
    try (LeavingNode second = new LeavingNode(copy, "second", Duration.ofMillis(50), Steps.NONE)) {
      second.davit().owners().purge(Caller.of(owner).owner(), Caller.of(owner));
      NodeMain.finish(copy);
      Remains remains = new Remains(copy, clouds);
      remains.check(owner);
      remains.checkDisk(owner);
      remains.checkAll(1);
      Remains.checkChain(second.stores());
    }
  }

  @Override
  public String toString() {
    long died = words.stream().filter(line -> line.startsWith("dies")).count();
    return died + " steps " + words;
  }

  @Override
  public void close() {
    clouds.close();
  }
}

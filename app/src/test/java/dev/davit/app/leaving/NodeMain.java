package dev.davit.app.leaving;

import dev.davit.Caller;
import dev.davit.app.support.Await;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A process that does jobs until it is killed, or ends itself at a step of its own.
 *
 * <p>Arguments: its name; after which step it ends, 0 for never; whose purge it begins, empty for
 * nobody's; then those of the {@link Site}. It begins when a line comes on standard input.
 */
final class NodeMain {
  private static final Duration SWEEP = Duration.ofMillis(50);

  private NodeMain() {}

  /** Whether something that others could find is different after this. */
  private static boolean changes(String method) {
    return switch (method) {
      case "inTransaction", "delete", "erase", "revoke", "refresh" -> true;
      default -> false;
    };
  }

  public static void main(String[] arguments) throws Exception {
    int last = Integer.parseInt(arguments[1]);
    Site site = Site.of(Arrays.copyOfRange(arguments, 3, arguments.length));
    AtomicInteger steps = new AtomicInteger();
    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    LeavingNode node =
        new LeavingNode(site, arguments[0], SWEEP, method -> count(steps, last, method));
    System.out.println("ready");
    if (!arguments[2].isEmpty()) {
      leave(node, site, arguments[2]);
      System.out.println("over after " + steps + " steps");
      Runtime.getRuntime().halt(0);
    }
    new CountDownLatch(1).await();
  }

  private static void count(AtomicInteger steps, int last, String method) {
    if (changes(method) && steps.incrementAndGet() == last) {
      System.out.println("dies after " + method);
      Runtime.getRuntime().halt(137);
    }
  }

  private static void leave(LeavingNode node, Site site, String owner) {
    Caller caller = Caller.of(owner);
    node.davit().owners().purge(caller.owner(), caller);
    finish(site);
  }

  /** Lets time go by until nothing is left to do. */
  static void finish(Site site) {
    Table table = new Table(site);
    Await.until(
        "all purges are over",
        Duration.ofMinutes(10),
        () -> {
          table.hasten();
          return table.running() == 0 && table.jobs() == 0;
        });
  }
}

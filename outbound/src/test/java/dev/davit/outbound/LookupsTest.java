package dev.davit.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Looking names up, at resolvers that do not answer. */
class LookupsTest {
  private final RecordingConnector connector = new RecordingConnector();

  @Test
  void S4_lookup_isLeftBehindAtItsDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    NameResolver stuck =
        host -> {
          awaitQuietly(never);
          return List.of();
        };
    OutboundGuard guard =
        Guards.stubbed(stuck, connector).dnsDeadline(Duration.ofMillis(20)).build();
    assertThat(Guards.refused(() -> guard.resolve(guard.parse("https://cloud.example.com/"))))
        .contains("in time");
    never.countDown();
  }

  @Test
  void S4_stuckLookups_areBounded() {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger stuck = new AtomicInteger();
    NameResolver resolver =
        host -> {
          stuck.incrementAndGet();
          awaitStubbornly(never);
          return List.of();
        };
    OutboundGuard guard =
        Guards.stubbed(resolver, connector).dnsDeadline(Duration.ofMillis(5)).build();
    Target target = guard.parse("https://cloud.example.com/");
    for (int i = 0; i < 1000; i++) {
      Guards.refused(() -> guard.resolve(target));
      if (stuck.get() >= 64) {
        break;
      }
    }
    assertThat(Guards.refused(() -> guard.resolve(target))).contains("too many");
    assertThat(stuck).hasValue(64);
    never.countDown();
  }

  @Test
  void S2_resolverThatBreaks_isARefusalToo() {
    NameResolver broken =
        host -> {
          throw new IllegalStateException("broken");
        };
    OutboundGuard guard = Guards.stubbed(broken, connector).build();
    Guards.refused(() -> guard.resolve(guard.parse("https://cloud.example.com/")));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** As the system's lookup: deaf to interruption. */
  private static void awaitStubbornly(CountDownLatch latch) {
    boolean done = false;
    while (!done) {
      try {
        latch.await();
        done = true;
      } catch (InterruptedException ignored) {
        // Goes on.
      }
    }
  }
}

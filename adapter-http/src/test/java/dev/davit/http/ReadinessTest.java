package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ReadinessTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch release = new CountDownLatch(1);
  private volatile boolean broken;

  private final HealthCheck database = new HealthCheck("database", true, this::answer);
  private final HealthCheck redis = new HealthCheck("redis", false, this::answer);

  @AfterEach
  void letGo() {
    release.countDown();
  }

  private void answer() {
    asked.incrementAndGet();
    if (broken) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "It does not answer.");
    }
  }

  private void hang() {
    asked.incrementAndGet();
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Readiness over(Duration deadline, HealthCheck... checks) {
    return new Readiness(List.of(checks), deadline, nanos::get);
  }

  private void aSecondPasses() {
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
  }

  private static String shown(HealthView view) {
    return view.status() + " " + new java.util.TreeMap<>(view.dependencies());
  }

  @Test
  void everythingUp_isReady() {
    try (Readiness readiness = over(LONG, database, redis)) {
      assertThat(readiness.now().status()).isEqualTo("ready");
      assertThat(readiness.now().isUsable()).isTrue();
      assertThat(readiness.now().dependencies()).containsOnlyKeys("database", "redis");
    }
  }

  @Test
  void whatIsVitalDown_isUnavailable_whateverElseIs() {
    HealthCheck bug =
        new HealthCheck(
            "storage",
            true,
            () -> {
              throw new IllegalStateException("a bug");
            });
    broken = true;
    try (Readiness readiness = over(LONG, bug, redis)) {
      assertThat(shown(readiness.now()))
          .isEqualTo(
              "unavailable {redis=StatusView[status=down], storage=StatusView[status=down]}");
      assertThat(readiness.now().isUsable()).isFalse();
    }
  }

  @Test
  void whatIsNotVitalDown_isDegraded_andUsable() {
    broken = true;
    try (Readiness readiness = over(LONG, redis)) {
      assertThat(readiness.now().status()).isEqualTo("degraded");
      assertThat(readiness.now().isUsable()).isTrue();
    }
  }

  @Test
  void whatHangs_isDownAfterTheDeadline_andAskedByOneThread() {
    HealthCheck hanging = new HealthCheck("storage", true, this::hang);
    try (Readiness readiness = over(SHORT, hanging)) {
      for (int i = 0; i < 20; i++) {
        assertThat(readiness.now().status()).isEqualTo("unavailable");
        aSecondPasses();
      }
      assertThat(asked).hasValue(1);
    }
  }

  /** The deadline is one for all: they are asked at the same time. */
  @Test
  void checks_areAskedAtOnce() {
    CountDownLatch both = new CountDownLatch(2);
    Runnable meeting =
        () -> {
          both.countDown();
          try {
            both.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };
    try (Readiness readiness =
        over(
            LONG,
            new HealthCheck("database", true, meeting),
            new HealthCheck("redis", true, meeting))) {
      assertThat(readiness.now().status()).isEqualTo("ready");
    }
  }

  @Test
  void aThousandProbesAtOnce_askOnce() throws InterruptedException, ExecutionException {
    CountDownLatch asking = new CountDownLatch(1);
    HealthCheck slow =
        new HealthCheck(
            "database",
            true,
            () -> {
              asking.countDown();
              hang();
            });
    ExecutorService probes = Executors.newFixedThreadPool(50);
    try (Readiness readiness = over(LONG, slow)) {
      Callable<String> probe = () -> readiness.now().status();
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        answers.add(probes.submit(probe));
      }
      asking.await();
      release.countDown();
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("ready");
      }
      assertThat(asked).hasValue(1);
    } finally {
      probes.shutdownNow();
    }
  }

  @Test
  void anAnswer_isKeptForASecond() {
    try (Readiness readiness = over(LONG, database)) {
      readiness.now();
      broken = true;
      assertThat(readiness.now().status()).isEqualTo("ready");
      aSecondPasses();
      assertThat(readiness.now().status()).isEqualTo("unavailable");
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void eachChange_isLoggedOnce() {
    Logger log = (Logger) LoggerFactory.getLogger(Dependency.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    try (Readiness readiness = over(LONG, redis)) {
      for (boolean now : new boolean[] {false, true, true, false, false}) {
        broken = now;
        readiness.now();
        aSecondPasses();
      }
    } finally {
      log.detachAppender(lines);
    }
    assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage))
        .containsExactly("health: redis is down: It does not answer.", "health: redis is back");
  }

  @Test
  void whileStopping_itIsNotReady_andAsksNobody() {
    try (Readiness readiness = over(LONG, database)) {
      readiness.stop();
      assertThat(shown(readiness.now()))
          .isEqualTo("unavailable {server=StatusView[status=stopping]}");
      assertThat(asked).hasValue(0);
    }
  }
}

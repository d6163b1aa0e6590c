package dev.davit.internal.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  @Test
  void started_worksAtOnce() throws InterruptedException {
    CountDownLatch worked = new CountDownLatch(1);

    try (Background background = new Background(worked::countDown, Duration.ofDays(1))) {
      background.start();
      assertThat(worked.await(30, TimeUnit.SECONDS)).as("%s", background).isTrue();
    }
  }

  @Test
  void nudge_endsThePause() throws InterruptedException {
    Semaphore rounds = new Semaphore(0);

    try (Background background = new Background(rounds::release, Duration.ofDays(1))) {
      background.start();
      for (int i = 0; i < 3; i++) {
        assertThat(rounds.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        background.nudge();
      }
    }
  }

  @Test
  void workThatFails_isDoneAgain() throws InterruptedException {
    CountDownLatch worked = new CountDownLatch(2);
    Runnable work =
        () -> {
          worked.countDown();
          if (worked.getCount() > 0) {
            throw new IllegalStateException("on purpose");
          }
        };

    try (Background background = new Background(work, Duration.ofMillis(1))) {
      background.start();
      assertThat(worked.await(30, TimeUnit.SECONDS)).as("%s", background).isTrue();
    }
  }
}

package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Turns come one at a time, in the order in which they were asked for. */
@Timeout(30)
final class WriterLockTest {
  private static final int WAITING = 8;

  private final WriterLock lock = new WriterLock();
  private final List<Integer> order = Collections.synchronizedList(new ArrayList<>());

  @Test
  void await_many_getTheirTurnsInOrder() throws Exception {
    Dialect.Turn first = lock.await();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < WAITING; i++) {
      Thread writer = new Thread(writer(i));
      writer.start();
      writers.add(writer);
      while (writer.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
    assertThat(order).isEmpty();

    first.end();
    for (Thread writer : writers) {
      writer.join();
    }

    assertThat(order).isEqualTo(IntStream.range(0, WAITING).boxed().toList());
  }

  private Runnable writer(int number) {
    return () -> {
      Dialect.Turn turn = lock.await();
      order.add(number);
      turn.end();
    };
  }
}

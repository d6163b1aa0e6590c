package dev.davit.app.support;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Holds one call to the foreign server until somebody says how it goes on. */
public final class Gate implements Predicate<Call>, AutoCloseable {
  private static final int SECONDS = 60;

  private final String method;
  private final Call.Moment moment;
  private final Runnable unhook;
  private final AtomicBoolean taken = new AtomicBoolean();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);
  private volatile boolean passes;

  Gate(String method, Call.Moment moment, Runnable unhook) {
    this.method = method;
    this.moment = moment;
    this.unhook = unhook;
  }

  @Override
  public boolean test(Call call) {
    if (!call.is(method, moment) || !taken.compareAndSet(false, true)) {
      return true;
    }
    reached.countDown();
    return await(opened) && passes;
  }

  /** Returns once a call stands at the gate. */
  public void awaitCall() {
    if (!await(reached)) {
      throw new AssertionError("no " + method + " within " + SECONDS + " s");
    }
  }

  /** Lets the call go on. */
  public void open() {
    passes = true;
    opened.countDown();
  }

  /** Ends the gate; a call that still stands there is answered with 503. */
  @Override
  public void close() {
    unhook.run();
    opened.countDown();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

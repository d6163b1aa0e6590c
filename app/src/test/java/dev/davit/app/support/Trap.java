package dev.davit.app.support;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Kills a server at a point that chance chose: before or after a call to the foreign server, or
 * between two bytes.
 */
public final class Trap implements Predicate<Call>, AutoCloseable {
  private static final int MOST_CALLS = 40;
  private static final long MOST_BYTES = 2 << 20;

  private final ForeignWebDav foreign;
  private final ServerProcess server;
  private final AtomicBoolean sprung = new AtomicBoolean();
  private final AtomicLong callsLeft;
  private final AtomicLong bytesLeft;
  private final Call.Moment moment;
  private final boolean lastCallIsDone;

  private Trap(ForeignWebDav foreign, ServerProcess server, SplittableRandom random) {
    boolean byCalls = random.nextInt(3) > 0;
    this.foreign = foreign;
    this.server = server;
    this.callsLeft = new AtomicLong(byCalls ? random.nextInt(1, MOST_CALLS) : Long.MAX_VALUE);
    this.bytesLeft = new AtomicLong(byCalls ? Long.MAX_VALUE : random.nextLong(MOST_BYTES));
    this.moment = random.nextBoolean() ? Call.Moment.ARRIVED : Call.Moment.DONE;
    this.lastCallIsDone = random.nextBoolean();
  }

  /** Sets one for a server that uses this foreign server. */
  public static Trap set(ForeignWebDav foreign, ServerProcess server, SplittableRandom random) {
    Trap trap = new Trap(foreign, server, random);
    foreign.watch(trap);
    return trap;
  }

  @Override
  public boolean test(Call call) {
    if (call.moment() == moment && callsLeft.decrementAndGet() == 0) {
      spring();
      return lastCallIsDone;
    }
    return true;
  }

  /** Counts bytes that a client is about to send. */
  void sending(long bytes) {
    if (bytesLeft.addAndGet(-bytes) < 0) {
      spring();
    }
  }

  private void spring() {
    if (sprung.compareAndSet(false, true)) {
      server.kill();
    }
  }

  boolean hasSprung() {
    return sprung.get();
  }

  @Override
  public void close() {
    foreign.watch(call -> true);
  }
}

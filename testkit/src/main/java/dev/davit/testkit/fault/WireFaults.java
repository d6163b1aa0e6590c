package dev.davit.testkit.fault;

import java.util.function.Predicate;

/**
 * What goes wrong on the line to a server: one plan at a time, made and unmade while it is in use.
 * Safe for use by many threads.
 */
public final class WireFaults {
  private static final int EVERY = 0;

  private final WireTokens tokens = new WireTokens();
  private Predicate<WireRequest> which = request -> true;
  private WireFault fault = WireFault.NONE;
  private int nth;
  private int requests;
  private int fitting;
  private boolean struck;

  WireFaults() {}

  /** The nth request from now on meets this fault, counted from 1; all others pass. */
  public void at(int request, WireFault met) {
    at(any -> true, request, met);
  }

  /** The nth request of these from now on meets this fault, counted from 1; all others pass. */
  public void at(Predicate<WireRequest> these, int request, WireFault met) {
    if (request < 1) {
      throw new IllegalArgumentException("requests are counted from 1");
    }
    plan(these, request, met);
  }

  /** Every request from now on meets this fault. */
  public void always(WireFault met) {
    plan(any -> true, EVERY, met);
  }

  /** From now on nothing goes wrong any more. */
  public void mend() {
    plan(any -> true, EVERY, WireFault.NONE);
  }

  private synchronized void plan(Predicate<WireRequest> these, int request, WireFault met) {
    which = these;
    nth = request;
    fault = met;
    requests = 0;
    fitting = 0;
    struck = false;
  }

  /** How many requests came since the last plan was made or unmade. */
  public synchronized int requests() {
    return requests;
  }

  /** Whether a request has met what the last plan has for it. */
  public synchronized boolean struck() {
    return struck;
  }

  /**
   * Whether a text holds what an {@code Authorization} said after its scheme, of any that was ever
   * sent: none of them may be seen anywhere else.
   */
  public boolean showsToken(String text) {
    return tokens.areIn(text);
  }

  synchronized WireFault next(WireRequest request) {
    requests++;
    tokens.add(request.headers().getOrDefault("authorization", ""));
    if (!which.test(request)) {
      return WireFault.NONE;
    }
    fitting++;
    if (nth != EVERY && fitting != nth) {
      return WireFault.NONE;
    }
    struck = true;
    return fault;
  }
}

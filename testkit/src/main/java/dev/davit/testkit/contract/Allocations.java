package dev.davit.testkit.contract;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory was asked for: who streams asks for a few buffers, whatever the size. */
final class Allocations {
  private Allocations() {}

  /** Bytes that the present thread has asked for since it began, given back or not. */
  static long ofThisThread() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}

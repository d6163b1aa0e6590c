package dev.davit.emulator.nextcloud;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much each user may have. Negative numbers mean what they mean in {@code
 * quota-available-bytes}: -1 not computed, -2 unknown, -3 unlimited (WebDAV/basic.rst).
 */
final class Quotas {
  static final long UNLIMITED = -3;

  private final Disk disk;
  private final Map<String, Long> limits = new ConcurrentHashMap<>();

  Quotas(Disk disk) {
    this.disk = disk;
  }

  void limit(String userId, long bytes) {
    limits.put(userId, bytes);
  }

  long used(String userId) {
    return disk.size(disk.home(userId));
  }

  /** What is left, or one of the negative numbers. */
  long free(String userId) {
    long limit = limits.getOrDefault(userId, UNLIMITED);
    return limit < 0 ? limit : Math.max(0, limit - used(userId));
  }

  /**
   * Refuses what does not fit: 507 (nextcloud/server, {@code QuotaPlugin}).
   *
   * @param bytes how much more there will be
   */
  void check(String userId, long bytes) {
    long free = free(userId);
    if (free >= 0 && bytes > free) {
      throw SabreError.of(
          507, "Insufficient space, " + bytes + " required, " + free + " available");
    }
  }
}

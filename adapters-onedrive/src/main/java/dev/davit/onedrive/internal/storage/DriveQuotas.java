package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.outbound.transfer.Call;
import dev.davit.ports.storage.Quotas;
import org.jspecify.annotations.Nullable;

/** How much room the user's own drive has. Numbers that are all 0 are known to nobody. */
final class DriveQuotas implements Quotas {
  private final GraphClient client;

  DriveQuotas(GraphClient client) {
    this.client = client;
  }

  @Override
  public Quota quota() {
    Json drive = client.json(Call.of("GET", client.at("me/drive", "$select", "id,quota")));
    Json quota = drive.object("quota");
    Long total = quota == null ? null : positive(quota.number("total"));
    Long used = quota == null ? null : quota.number("used");
    if (quota == null || (total == null && positive(used) == null)) {
      return new Quota(null, null, false);
    }
    Long left = quota.number("remaining");
    return new Quota(atLeast0(used), total == null ? null : atLeast0(left), false);
  }

  private static @Nullable Long positive(@Nullable Long number) {
    return number == null || number <= 0 ? null : number;
  }

  /** A drive with more in it than it may have has no room, not less than none. */
  private static @Nullable Long atLeast0(@Nullable Long number) {
    return number == null ? null : (Long) Math.max(0, number);
  }
}

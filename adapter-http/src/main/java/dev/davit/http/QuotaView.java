package dev.davit.http;

import dev.davit.ports.storage.Quotas.Quota;
import org.jspecify.annotations.Nullable;

/** Room in bytes; what is unknown is not there. */
record QuotaView(@Nullable Long used, @Nullable Long available, boolean unlimited) implements View {

  static QuotaView of(Quota quota) {
    return new QuotaView(quota.used(), quota.available(), quota.unlimited());
  }
}

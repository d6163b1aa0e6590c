package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.About;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.ports.storage.Quotas;

/** How much room the account has, in all of Google's services together. */
final class AboutQuotas implements Quotas {
  private final DriveClient client;

  AboutQuotas(DriveClient client) {
    this.client = client;
  }

  @Override
  public Quota quota() {
    About about = client.json(drive -> drive.about().get().setFields("storageQuota(limit,usage)"));
    About.StorageQuota quota = about.getStorageQuota();
    if (quota == null) {
      return new Quota(null, null, false);
    }
    Long limit = quota.getLimit();
    Long used = quota.getUsage();
    boolean known = limit != null && used != null;
    return new Quota(used, known ? (Long) Math.max(0, limit - used) : null, limit == null);
  }
}

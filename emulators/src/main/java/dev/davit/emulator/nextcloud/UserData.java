package dev.davit.emulator.nextcloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the server tells a user of themselves (OCS/ocs-api-overview.rst, "User metadata"). */
final class UserData {
  private final Quotas quotas;

  UserData(Quotas quotas) {
    this.quotas = quotas;
  }

  Map<String, Object> of(Account account) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("enabled", true);
    data.put("id", account.userId());
    data.put("lastLogin", 0);
    data.put("backend", "Database");
    data.put("subadmin", List.of());
    data.put("quota", quota(account));
    data.put("email", account.login().contains("@") ? account.login() : null);
    data.put("displayname", "The " + account.userId());
    data.put("display-name", "The " + account.userId());
    data.put("groups", List.of());
    data.put("language", "en");
    return data;
  }

  private Map<String, Object> quota(Account account) {
    Map<String, Object> quota = new LinkedHashMap<>();
    long free = quotas.free(account.userId());
    long used = quotas.used(account.userId());
    quota.put("free", free);
    quota.put("used", used);
    quota.put("total", free < 0 ? free : free + used);
    quota.put("relative", 0);
    quota.put("quota", free < 0 ? free : free + used);
    return quota;
  }
}

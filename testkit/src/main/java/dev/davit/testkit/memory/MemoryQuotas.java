package dev.davit.testkit.memory;

import dev.davit.ports.storage.Quotas;

record MemoryQuotas(Gate gate) implements Quotas {
  @Override
  public Quota quota() {
    return gate.call("quota", account -> account.alone(() -> quota(account)));
  }

  private static Quota quota(MemoryAccount account) {
    long used = account.tree().used();
    Long limit = account.quota();
    return limit == null
        ? new Quota(used, null, true)
        : new Quota(used, Math.max(0, limit - used), false);
  }
}

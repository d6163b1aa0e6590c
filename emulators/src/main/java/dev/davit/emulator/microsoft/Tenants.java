package dev.davit.emulator.microsoft;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The directories that there are. */
final class Tenants {
  private final List<Tenant> all = new CopyOnWriteArrayList<>(List.of(Tenant.PERSONAL));

  synchronized Tenant add(String domain) {
    if (!domain.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")) {
      throw new IllegalArgumentException(domain + " is no domain.");
    }
    if (find(domain).isPresent()) {
      throw new IllegalArgumentException("There is a tenant " + domain + " already.");
    }
    Tenant added = new Tenant(Guids.of(domain), domain);
    all.add(added);
    return added;
  }

  /** By id or domain. */
  Optional<Tenant> find(String idOrDomain) {
    return all.stream().filter(tenant -> tenant.isNamed(idOrDomain)).findFirst();
  }

  Tenant byDomain(String domain) {
    return find(domain)
        .orElseThrow(() -> new IllegalArgumentException("There is no tenant " + domain + "."));
  }
}

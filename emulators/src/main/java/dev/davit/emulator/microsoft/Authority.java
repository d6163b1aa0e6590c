package dev.davit.emulator.microsoft;

import java.util.Locale;
import java.util.Optional;

/**
 * Whose accounts an address is for: what stands first in its path (v2-protocols, "Endpoints").
 *
 * @param name as it was sent
 * @param kind what it means
 * @param tenant of a kind {@link Kind#TENANT}
 */
record Authority(String name, Kind kind, Optional<Tenant> tenant) {
  /** What a name can mean. */
  enum Kind {
    COMMON,
    ORGANIZATIONS,
    CONSUMERS,
    TENANT
  }

  static Authority of(String name, Tenants tenants) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "common" -> new Authority(name, Kind.COMMON, Optional.empty());
      case "organizations" -> new Authority(name, Kind.ORGANIZATIONS, Optional.empty());
      case "consumers" -> new Authority(name, Kind.CONSUMERS, Optional.empty());
      default -> of(name, tenants.find(name).orElseThrow(() -> unknown(name)));
    };
  }

  private static Authority of(String name, Tenant tenant) {
    Kind kind = tenant.equals(Tenant.PERSONAL) ? Kind.CONSUMERS : Kind.TENANT;
    return new Authority(name, kind, Optional.of(tenant));
  }

  private static StsError unknown(String name) {
    return AadSts.UNKNOWN_TENANT.about(name);
  }

  /** Refuses an application that is not registered for such accounts. */
  void check(MicrosoftClient client) {
    switch (client.audience()) {
      case OWN_TENANT -> own(client);
      case ANY_TENANT -> {
        if (kind == Kind.CONSUMERS) {
          throw AadSts.WORK_ONLY.about(client.id());
        }
      }
      case PERSONAL -> {
        if (kind != Kind.CONSUMERS) {
          throw AadSts.PERSONAL_ONLY.about(client.id());
        }
      }
      case EVERYBODY -> {}
    }
  }

  private void own(MicrosoftClient client) {
    if (kind == Kind.CONSUMERS) {
      throw AadSts.WORK_ONLY.about(client.id());
    }
    Tenant named = tenant.orElseThrow(() -> AadSts.NOT_MULTITENANT.about(client.id()));
    if (!named.equals(client.home())) {
      throw AadSts.UNKNOWN_CLIENT.about(client.id(), name);
    }
  }

  /** Refuses an account that is not let in here, or not to the application. */
  void check(MicrosoftAccount account, MicrosoftClient client) {
    if (account.isPersonal()
        && (kind == Kind.ORGANIZATIONS || client.audience() == Audience.ANY_TENANT)) {
      throw AadSts.PERSONAL_ACCOUNT.about(account.email());
    }
    if (!letsIn(account)) {
      throw AadSts.FOREIGN_ACCOUNT.about(
          account.email(), account.tenant().domain(), name, client.id());
    }
  }

  /** Whether an account can have tokens from here. */
  boolean letsIn(MicrosoftAccount account) {
    return switch (kind) {
      case COMMON -> true;
      case ORGANIZATIONS -> !account.isPersonal();
      case CONSUMERS -> account.isPersonal();
      case TENANT -> tenant.filter(account.tenant()::equals).isPresent();
    };
  }
}

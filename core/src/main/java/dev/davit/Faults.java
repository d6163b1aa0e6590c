package dev.davit;

import dev.davit.ports.Flows;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Vault;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.ports.store.Stores;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wrong with the parts of a {@link Davit}, all of it at once. */
final class Faults {
  private Faults() {}

  static List<String> of(
      @Nullable Stores stores,
      @Nullable Vault vault,
      @Nullable Flows flows,
      @Nullable URI callback,
      List<StorageProvider> providers,
      @Nullable StorageProvider application,
      Duration sweep,
      Duration purgeDeadline,
      Duration auditRetention) {
    List<String> faults = new ArrayList<>();
    addIf(stores == null, "stores(…) is missing", faults);
    addIf(vault == null, "vault(…) is missing", faults);
    addIf(sweep.isNegative(), "sweepEvery(…) is negative", faults);
    addIf(purgeDeadline.isNegative(), "purgeDeadline(…) is negative", faults);
    addIf(auditRetention.isNegative(), "auditRetention(…) is negative", faults);
    providers.forEach(
        provider ->
            addIf(
                isOperators(provider),
                id(provider) + " is set up by the operator: use applicationStorage(…)",
                faults));
    addIf(
        application != null && !isOperators(application),
        "the application's own storage must be one that the operator has set up",
        faults);
    addIf(
        flows == null && providers.stream().anyMatch(provider -> provider.info().pageLogin()),
        "flows(…) is missing, which a log-in on a server's page needs",
        faults);
    boolean oauth = providers.stream().anyMatch(Faults::isOAuth);
    addIf(flows == null && oauth, "flows(…) is missing, which OAuth needs", faults);
    addIf(callback == null && oauth, "callback(…) is missing, which OAuth needs", faults);
    addIf(
        callback != null && !isAddress(callback),
        "callback(…) must be an absolute http or https address without query and fragment",
        faults);
    addDoubles(providers, application, faults);
    return faults;
  }

  private static void addDoubles(
      List<StorageProvider> providers, @Nullable StorageProvider application, List<String> faults) {
    Set<ProviderId> seen = new HashSet<>();
    Stream.concat(providers.stream(), Stream.ofNullable(application))
        .forEach(
            provider -> addIf(!seen.add(id(provider)), id(provider) + " is there twice", faults));
  }

  private static void addIf(boolean fault, String text, List<String> faults) {
    if (fault) {
      faults.add(text);
    }
  }

  private static boolean isOAuth(StorageProvider provider) {
    return provider.authentication() instanceof Authentication.OAuth;
  }

  private static boolean isAddress(URI callback) {
    return ("https".equals(callback.getScheme()) || "http".equals(callback.getScheme()))
        && callback.getHost() != null
        && callback.getRawQuery() == null
        && callback.getRawFragment() == null;
  }

  private static boolean isOperators(StorageProvider provider) {
    return provider.authentication() instanceof Authentication.Operator;
  }

  private static ProviderId id(StorageProvider provider) {
    return provider.info().id();
  }
}

package dev.davit.app;

import dev.davit.Accounts;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Account;
import java.util.List;

/** Makes the administrator that the settings name, unless there is one of that address. */
final class Administrator {
  private Administrator() {}

  static void ensure(Settings settings, Accounts accounts) {
    String email = settings.adminEmail();
    Secret password = settings.adminPassword();
    if (email == null || password == null) {
      return;
    }
    try {
      accounts.add(email, password, Account.Role.ADMIN);
    } catch (CloudException e) {
      if (e.kind() != ErrorKind.CONFLICT) {
        throw e.kind() == ErrorKind.INVALID_REQUEST ? named(e) : e;
      }
    }
  }

  /** The same, so that an operator finds the setting. */
  private static SettingsException named(CloudException refusal) {
    boolean password = "password".equals(refusal.hints().field());
    String setting = password ? "DAVIT_ADMIN_PASSWORD" : "DAVIT_ADMIN_EMAIL";
    return new SettingsException(List.of(setting + " is refused. " + refusal.getMessage()));
  }
}

package dev.davit.emulator.microsoft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who has an account, in the order in which they came. */
final class Accounts {
  private final List<MicrosoftAccount> all = new CopyOnWriteArrayList<>();

  /** Somebody new; an address may have a personal account and one of a tenant, as in life. */
  synchronized MicrosoftAccount add(String email, Tenant tenant) {
    int at = email.indexOf('@');
    if (!email.matches("[^@\\s]+@[^@\\s]+")) {
      throw new IllegalArgumentException(email + " is no mail address.");
    }
    String key = email.toLowerCase(Locale.ROOT);
    boolean personal = tenant.equals(Tenant.PERSONAL);
    String oid = personal ? Guids.personal(key) : Guids.of(key + " " + tenant.id());
    if (byOid(oid).isPresent()) {
      throw new IllegalArgumentException(tenant + " has an account " + email + " already.");
    }
    MicrosoftAccount added = new MicrosoftAccount(oid, tenant, email, email.substring(0, at));
    all.add(added);
    return added;
  }

  List<MicrosoftAccount> all() {
    return List.copyOf(all);
  }

  /** The first that has it. */
  MicrosoftAccount byEmail(String email) {
    return all.stream()
        .filter(one -> one.email().equalsIgnoreCase(email))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Nobody has the address " + email + "."));
  }

  Optional<MicrosoftAccount> byOid(String oid) {
    return all.stream().filter(one -> one.oid().equals(oid)).findFirst();
  }
}

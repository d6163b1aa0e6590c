package dev.davit.emulator.google;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Who has an account, in the order in which they came. */
final class Accounts {
  private static final long FIRST = 100_000_000_000_000_000L;

  private final List<GoogleAccount> all = new CopyOnWriteArrayList<>();

  synchronized GoogleAccount add(String email) {
    if (!email.matches("[^@\\s]+@[^@\\s]+")) {
      throw new IllegalArgumentException(email + " is no mail address.");
    }
    if (find(email).isPresent()) {
      throw new IllegalArgumentException("There is an account " + email + " already.");
    }
    GoogleAccount added =
        new GoogleAccount(
            "1" + (FIRST + all.size()), email, email.substring(0, email.indexOf('@')));
    all.add(added);
    return added;
  }

  List<GoogleAccount> all() {
    return List.copyOf(all);
  }

  GoogleAccount byEmail(String email) {
    return find(email)
        .orElseThrow(() -> new IllegalArgumentException("Nobody has the address " + email + "."));
  }

  /** By mail address, or by {@code sub}: a {@code login_hint} may be either. */
  Optional<GoogleAccount> find(String emailOrSub) {
    return all.stream()
        .filter(
            account ->
                account.email().equalsIgnoreCase(emailOrSub) || account.sub().equals(emailOrSub))
        .findFirst();
  }
}

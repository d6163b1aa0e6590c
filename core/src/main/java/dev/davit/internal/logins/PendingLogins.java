package dev.davit.internal.logins;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.credentials.Seals;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import dev.davit.ports.Owner;
import dev.davit.ports.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps pending log-ins among the flows, sealed for their place. One is out of the store only while
 * it is looked at, never while a provider is asked: then it stands there as taken for a while, so
 * that a process that dies over the question loses nothing.
 */
public final class PendingLogins {
  /** For how long whoever asks a provider is alone at it; longer than any such call. */
  static final Duration LEASE = Duration.ofMinutes(1);

  /** Longer than a job tries to undo one. What counts is the job, so this only clears away. */
  private static final Duration KEPT = Duration.ofDays(2);

  private static final int TRIES = 50;

  private final Flows flows;
  private final Vault vault;
  private final Seals seals;

  public PendingLogins(Flows flows, Vault vault, Seals seals) {
    this.flows = flows;
    this.vault = vault;
    this.seals = seals;
  }

  void put(Owner owner, LoginKey key, PendingLogin login) {
    byte[] plain = LoginCodec.encode(login);
    try {
      Bytes sealed = vault.house().seal(plain, binding(owner, key));
      flows.put(key.value(), new Flow(sealed), KEPT);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * The log-in, for whoever may ask after it now and is alone at it for a while. Empty if somebody
   * else is, or was a moment ago, or it is lost.
   */
  Optional<PendingLogin> lease(Owner owner, LoginKey key, Instant now) {
    Optional<PendingLogin> taken = take(owner, key);
    boolean early = taken.filter(login -> now.isBefore(login.notBefore())).isPresent();
    taken.ifPresent(login -> put(owner, key, early ? login : login.notBefore(now.plus(LEASE))));
    return early ? Optional.empty() : taken;
  }

  /**
   * Puts a log-in in the place of the one that is there.
   *
   * @return false if there is none; then nothing was put
   */
  boolean replace(Owner owner, LoginKey key, PendingLogin login) {
    for (int i = 0; i < TRIES; i++) {
      if (flows.take(key.value()).isPresent()) {
        put(owner, key, login);
        return true;
      }
      Thread.onSpinWait(); // somebody is looking at it
    }
    return false;
  }

  /** Forgets a log-in. False if there is none. */
  boolean drop(LoginKey key) {
    return flows.take(key.value()).isPresent();
  }

  private Optional<PendingLogin> take(Owner owner, LoginKey key) {
    return flows
        .take(key.value())
        .map(
            flow ->
                seals.audited(
                    owner.key(),
                    Actor.DAVIT,
                    "a pending log-in",
                    () -> open(owner, key, flow.sealed())));
  }

  private PendingLogin open(Owner owner, LoginKey key, Bytes sealed) {
    byte[] plain = vault.house().open(sealed, binding(owner, key));
    try {
      return LoginCodec.decode(plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** The provider is part of the key. */
  private static Binding binding(Owner owner, LoginKey key) {
    return new Binding(owner.key(), key.value(), "", "login");
  }
}

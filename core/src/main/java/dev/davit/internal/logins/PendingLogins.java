package dev.davit.internal.logins;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.credentials.Seals;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import dev.davit.ports.Owner;
import dev.davit.ports.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keeps pending log-ins among the flows, sealed for their place. One stays there until it is
 * dropped: while a provider is asked it stands there as taken for a while, so that a process that
 * dies over the question loses nothing, and what can't be read here may be read by another node.
 */
public final class PendingLogins {
  /** For how long whoever asks a provider is alone at it; longer than any such call. */
  static final Duration LEASE = Duration.ofMinutes(1);

  /** Longer than any job tries to undo one. What counts is the job, so this only clears away. */
  private static final Duration KEPT = Duration.ofDays(100);

  private static final int TRIES = 10;

  private final Flows flows;
  private final Vault vault;
  private final Seals seals;

  public PendingLogins(Flows flows, Vault vault, Seals seals) {
    this.flows = flows;
    this.vault = vault;
    this.seals = seals;
  }

  void put(Owner owner, LoginKey key, PendingLogin login) {
    flows.put(key.value(), sealed(owner, key, login), KEPT);
  }

  /**
   * The log-in, for whoever may ask after it now and is alone at it for a while. Empty if somebody
   * else is, or was a moment ago, or it is lost.
   *
   * @throws CloudException {@code INTEGRITY} or {@code UNAVAILABLE} if it can't be read; it is
   *     still there then
   */
  Optional<PendingLogin> lease(Owner owner, LoginKey key, Instant now) {
    return flows.find(key.value()).flatMap(flow -> lease(owner, key, flow, now));
  }

  private Optional<PendingLogin> lease(Owner owner, LoginKey key, Flow flow, Instant now) {
    PendingLogin login =
        seals.audited(
            owner.key(), Actor.DAVIT, "a pending log-in", () -> open(owner, key, flow.sealed()));
    boolean leased =
        !now.isBefore(login.notBefore())
            && exchange(owner, key, flow, login.notBefore(now.plus(LEASE)));
    return leased ? Optional.of(login) : Optional.empty();
  }

  /**
   * Puts a log-in in the place of the one that is there.
   *
   * @return false if there is none; then nothing was put
   */
  boolean replace(Owner owner, LoginKey key, PendingLogin login) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Flow> kept = flows.find(key.value());
      if (kept.isEmpty()) {
        return false;
      }
      if (exchange(owner, key, kept.get(), login)) {
        return true;
      }
    }
    return false;
  }

  private boolean exchange(Owner owner, LoginKey key, Flow old, PendingLogin next) {
    return flows.replace(key.value(), old, sealed(owner, key, next), KEPT);
  }

  /** Whether there is one, readable or not. */
  boolean isKept(LoginKey key) {
    return flows.find(key.value()).isPresent();
  }

  /** Whether there is one that can't be read here. */
  boolean isUnreadable(Owner owner, LoginKey key) {
    Optional<Flow> kept = flows.find(key.value());
    try {
      kept.ifPresent(flow -> open(owner, key, flow.sealed()));
      return false;
    } catch (CloudException refused) {
      return true;
    }
  }

  /** Forgets a log-in. False if there is none. */
  boolean drop(LoginKey key) {
    return flows.take(key.value()).isPresent();
  }

  private Flow sealed(Owner owner, LoginKey key, PendingLogin login) {
    byte[] plain = LoginCodec.encode(login);
    try {
      return new Flow(vault.house().seal(plain, binding(owner, key)));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
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

package dev.davit.internal.oauth;

import dev.davit.internal.audit.Actor;
import dev.davit.internal.credentials.Seals;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import dev.davit.ports.Vault;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Keeps pending connects among the flows, each sealed for the key under which it is kept. */
public final class PendingOAuths {
  /** How long a user has at the provider. */
  public static final Duration LIFETIME = Duration.ofMinutes(30);

  /** How long what was parked waits for its owner. */
  static final Duration PARKED = Duration.ofMinutes(2);

  private final Flows flows;
  private final Vault vault;
  private final Seals seals;

  public PendingOAuths(Flows flows, Vault vault, Seals seals) {
    this.flows = flows;
    this.vault = vault;
    this.seals = seals;
  }

  void put(String key, PendingOAuth flow, Duration lifetime) {
    byte[] plain = OAuthCodec.encode(flow);
    try {
      Bytes sealed = vault.house().seal(plain, binding(key));
      flows.put(key, new Flow(sealed), lifetime);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  /** Takes a connect out, for good: of any number of calls at once one gets it. */
  PendingOAuth take(String key) {
    return find(key)
        .map(flow -> seals.audited("", Actor.DAVIT, "a pending connect", () -> open(key, flow)))
        .orElseThrow(Refusals::noSuchFlow);
  }

  /** Nobody who could not look can say that a connect is over. */
  private Optional<Flow> find(String key) {
    try {
      return flows.take(key);
    } catch (CloudException e) {
      throw e.kind() == ErrorKind.UNAVAILABLE ? Refusals.stillPending(e) : e;
    }
  }

  private PendingOAuth open(String key, Flow flow) {
    byte[] plain = vault.house().open(flow.sealed(), binding(key));
    try {
      return OAuthCodec.decode(plain);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static Binding binding(String key) {
    return new Binding("", key, "", "oauth");
  }
}

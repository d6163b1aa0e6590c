package dev.davit.internal.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.davit.internal.codec.Packer;
import dev.davit.internal.codec.Sha256;
import dev.davit.ports.IdSource;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import java.util.Base64;

/**
 * The unguessable texts of a flow, and what is derived from them. Each hash is of its own kind, so
 * that none stands for another: a state in place of a handle is the key of nothing.
 */
public final class States {
  private static final int NAME_LENGTH = 16;

  private States() {}

  /** 256 random bits in 43 characters, which also make a PKCE verifier (RFC 7636, 4.1). */
  public static Secret fresh(IdSource ids) {
    byte[] drawn = new Packer().text(ids.next()).text(ids.next()).toBytes();
    return new Secret(base64(Sha256.of(drawn)));
  }

  /** The public name of the flow of a state; tells nothing of the state. */
  public static String flow(Secret state) {
    return hash("flow", "", state).substring(0, NAME_LENGTH);
  }

  /** Under what a flow is kept: its state at another provider is the key of nothing. */
  static String ofState(ProviderId provider, Secret state) {
    return hash("state", provider.value(), state);
  }

  /** Under what a parked flow is kept. */
  static String ofHandle(Secret handle) {
    return hash("handle", "", handle);
  }

  /** What is kept of a binding. */
  static Secret ofBinding(Secret binding) {
    return new Secret(hash("binding", "", binding));
  }

  /** The PKCE challenge of a verifier, by S256. */
  static String challenge(Secret verifier) {
    return base64(Sha256.of(verifier.reveal().getBytes(US_ASCII)));
  }

  private static String hash(String kind, String scope, Secret secret) {
    byte[] parts = new Packer().text("oauth " + kind).text(scope).text(secret.reveal()).toBytes();
    return Sha256.hex(Sha256.of(parts));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

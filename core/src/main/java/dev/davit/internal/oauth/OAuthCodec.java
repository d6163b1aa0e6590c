package dev.davit.internal.oauth;

import dev.davit.internal.codec.Packer;
import dev.davit.internal.codec.Unpacker;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.OwnerId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Pending connects as bytes, to be sealed. */
final class OAuthCodec {
  private static final long VERSION = 1;

  private OAuthCodec() {}

  /** The connect in plain bytes. Whoever calls this answers for where they go. */
  static byte[] encode(PendingOAuth flow) {
    Packer packer = new Packer().number(VERSION);
    packer.text(flow.owner().id().value()).number(flow.owner().generation());
    packer.text(flow.actor()).text(flow.provider().value()).text(flow.redirect().toString());
    packer.text(flow.verifier().reveal());
    return packer.optional(reveal(flow.binding())).optional(reveal(flow.code())).toBytes();
  }

  /**
   * What was encoded.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if a newer release wrote it; {@link
   *     ErrorKind#INTEGRITY} if nothing of ours can have written it
   */
  static PendingOAuth decode(byte[] bytes) {
    try {
      return decode(new Unpacker(bytes));
    } catch (IllegalArgumentException e) {
      throw new CloudException(ErrorKind.INTEGRITY, "A pending connect can't be read.");
    }
  }

  private static PendingOAuth decode(Unpacker unpacker) {
    if (unpacker.number() != VERSION) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "A newer release of this server began this connect.");
    }
    Owner owner = new Owner(new OwnerId(unpacker.text()), unpacker.number());
    String actor = unpacker.text();
    ProviderId provider = new ProviderId(unpacker.text());
    URI redirect = URI.create(unpacker.text());
    Secret verifier = new Secret(unpacker.text());
    @Nullable Secret binding = secret(unpacker.optional());
    @Nullable Secret code = secret(unpacker.optional());
    unpacker.end();
    return new PendingOAuth(owner, actor, provider, redirect, verifier, binding, code);
  }

  private static @Nullable String reveal(@Nullable Secret secret) {
    return secret == null ? null : secret.reveal();
  }

  private static @Nullable Secret secret(@Nullable String text) {
    return text == null ? null : new Secret(text);
  }
}

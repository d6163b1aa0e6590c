package dev.davit.internal.logins;

import dev.davit.internal.codec.CredentialCodec;
import dev.davit.internal.codec.Packer;
import dev.davit.internal.codec.Unpacker;
import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Grant;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Pending log-ins as bytes, to be sealed. */
final class LoginCodec {
  private static final long VERSION = 1;

  private LoginCodec() {}

  /** The log-in in plain bytes. Whoever calls this answers for where they go. */
  static byte[] encode(PendingLogin login) {
    Packer packer = new Packer().number(VERSION).text(login.provider().value());
    packer.optional(login.name()).text(login.state().reveal());
    packer.number(login.notBefore().toEpochMilli());
    Grant grant = login.grant();
    packer.number(grant == null ? 0 : 1);
    if (grant != null) {
      pack(packer, grant);
    }
    return packer.toBytes();
  }

  /**
   * What was encoded.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if a newer release wrote it; {@link
   *     ErrorKind#INTEGRITY} if nothing of ours can have written it
   */
  static PendingLogin decode(byte[] bytes) {
    try {
      return decode(new Unpacker(bytes));
    } catch (IllegalArgumentException e) {
      throw new CloudException(ErrorKind.INTEGRITY, "A pending log-in can't be read.");
    }
  }

  private static PendingLogin decode(Unpacker unpacker) {
    if (unpacker.number() != VERSION) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "A newer release of this server began this log-in.");
    }
    ProviderId provider = new ProviderId(unpacker.text());
    @Nullable String name = unpacker.optional();
    Secret state = new Secret(unpacker.text());
    Instant notBefore = Instant.ofEpochMilli(unpacker.number());
    @Nullable Grant grant = unpacker.number() == 0 ? null : grant(unpacker);
    unpacker.end();
    return new PendingLogin(provider, name, state, notBefore, grant);
  }

  private static void pack(Packer packer, Grant grant) {
    byte[] credential = CredentialCodec.encode(grant.credential());
    packer.bytes(credential).text(grant.subject()).text(grant.label());
    Arrays.fill(credential, (byte) 0);
    packer.number(grant.scopes().size());
    new TreeSet<>(grant.scopes()).forEach(packer::text);
  }

  private static Grant grant(Unpacker unpacker) {
    byte[] bytes = unpacker.bytes();
    Credential credential = CredentialCodec.decode(bytes);
    Arrays.fill(bytes, (byte) 0);
    String subject = unpacker.text();
    String label = unpacker.text();
    Set<String> scopes = new HashSet<>();
    for (int left = unpacker.count(); left > 0; left--) {
      scopes.add(unpacker.text());
    }
    return new Grant(credential, subject, label, scopes);
  }
}

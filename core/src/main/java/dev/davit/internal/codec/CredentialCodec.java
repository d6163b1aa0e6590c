package dev.davit.internal.codec;

import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Credentials as bytes, to be sealed: a version, the kind, then length-prefixed parts. */
public final class CredentialCodec {
  private static final long VERSION = 1;
  private static final long FIELDS = 1;
  private static final long TOKENS = 2;

  private CredentialCodec() {}

  /** The credential in plain bytes. Whoever calls this answers for where they go. */
  public static byte[] encode(Credential credential) {
    Packer packer = new Packer().number(VERSION);
    if (credential instanceof SecretFields fields) {
      pack(packer.number(FIELDS), fields);
    } else if (credential instanceof OAuthTokens tokens) {
      pack(packer.number(TOKENS), tokens);
    }
    return packer.toBytes();
  }

  /**
   * What was encoded.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if a newer release wrote it; {@link
   *     ErrorKind#INTEGRITY} if nothing of ours can have written it
   */
  public static Credential decode(byte[] bytes) {
    try {
      return decode(new Unpacker(bytes));
    } catch (IllegalArgumentException e) {
      throw new CloudException(ErrorKind.INTEGRITY, "A stored credential can't be read.");
    }
  }

  private static Credential decode(Unpacker unpacker) {
    long version = unpacker.number();
    long kind = unpacker.number();
    if (version != VERSION || (kind != FIELDS && kind != TOKENS)) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "A newer release of this server stored this credential.");
    }
    Credential credential = kind == FIELDS ? fields(unpacker) : tokens(unpacker);
    unpacker.end();
    return credential;
  }

  private static void pack(Packer packer, SecretFields fields) {
    packer.number(fields.values().size());
    new TreeMap<>(fields.values()).forEach((name, v) -> packer.text(name).text(v.reveal()));
  }

  private static SecretFields fields(Unpacker unpacker) {
    Map<String, Secret> values = new HashMap<>();
    for (int left = unpacker.count(); left > 0; left--) {
      values.put(unpacker.text(), new Secret(unpacker.text()));
    }
    return new SecretFields(values);
  }

  private static void pack(Packer packer, OAuthTokens tokens) {
    Secret refresh = tokens.refresh();
    Instant expiresAt = tokens.expiresAt();
    packer.text(tokens.access().reveal());
    packer.optional(refresh == null ? null : refresh.reveal());
    packer.optional(expiresAt == null ? null : expiresAt.toString());
    packer.number(tokens.scopes().size());
    new TreeSet<>(tokens.scopes()).forEach(packer::text);
  }

  private static OAuthTokens tokens(Unpacker unpacker) {
    Secret access = new Secret(unpacker.text());
    @Nullable String refresh = unpacker.optional();
    @Nullable String expiresAt = unpacker.optional();
    Set<String> scopes = new HashSet<>();
    for (int left = unpacker.count(); left > 0; left--) {
      scopes.add(unpacker.text());
    }
    return new OAuthTokens(
        access,
        refresh == null ? null : new Secret(refresh),
        expiresAt == null ? null : parse(expiresAt),
        scopes);
  }

  private static Instant parse(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a time");
    }
  }
}

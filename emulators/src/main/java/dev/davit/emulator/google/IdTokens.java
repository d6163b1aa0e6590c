package dev.davit.emulator.google;

import dev.davit.emulator.internal.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Signs who somebody is (developers.google.com/identity/openid-connect/openid-connect, "An ID
 * token's payload"; RFC 7519): RS256, with a key of this emulator's that {@code /oauth2/v3/certs}
 * tells.
 */
final class IdTokens {
  static final String ISSUER = "https://accounts.google.com";

  private static final String KEY_ID = "emulated";
  private static final int KEY_BITS = 2048;
  private static final long LIFETIME = 3600;
  private static final int HALF_A_HASH = 16;

  private final InstantSource clock;

  IdTokens(InstantSource clock) {
    this.clock = clock;
  }

  /** The id token that goes with an access token. */
  String of(AccessToken access, String nonce) {
    String header = part(Map.of("alg", "RS256", "kid", KEY_ID, "typ", "JWT"));
    String signed = header + "." + part(claims(access, nonce));
    return signed + "." + encoded(signature(signed));
  }

  private Map<String, Object> claims(AccessToken access, String nonce) {
    GoogleAccount account = access.family().account();
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("azp", access.family().client().id());
    claims.put("aud", access.family().client().id());
    claims.put("sub", account.sub());
    claims.put("at_hash", hash(access.token()));
    claims.putAll(Profile.of(account, access.scopes()));
    if (!nonce.isEmpty()) {
      claims.put("nonce", nonce);
    }
    claims.put("iat", now);
    claims.put("exp", now + LIFETIME);
    return claims;
  }

  /** The left half of the hash (OpenID Connect Core, 3.1.3.6). */
  private static String hash(String token) {
    return encoded(Arrays.copyOf(Pkce.sha256(token), HALF_A_HASH));
  }

  /** The key that the signatures are checked with (RFC 7517). */
  Map<String, Object> certs() {
    RSAPublicKey key = (RSAPublicKey) Key.PAIR.getPublic();
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "RSA");
    jwk.put("alg", "RS256");
    jwk.put("use", "sig");
    jwk.put("kid", KEY_ID);
    jwk.put("n", encoded(unsigned(key.getModulus())));
    jwk.put("e", encoded(unsigned(key.getPublicExponent())));
    return Map.of("keys", List.of(jwk));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private byte[] signature(String text) {
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign(Key.PAIR.getPrivate());
      rsa.update(text.getBytes(StandardCharsets.US_ASCII));
      return rsa.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(Map<String, Object> json) {
    return encoded(Json.text(json).getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** One key for all emulators of this process: making it takes a while. */
  private static final class Key {
    static final KeyPair PAIR = make();

    private static KeyPair make() {
      try {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(KEY_BITS);
        return rsa.generateKeyPair();
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

package dev.davit.emulator.oauth;

import dev.davit.emulator.internal.Json;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Signs claims with RS256 (RFC 7519, 7515), with one key for all emulators of this process. */
public final class SignedTokens {
  private static final String KEY_ID = "emulated";
  private static final int KEY_BITS = 2048;

  private SignedTokens() {}

  /** A token in the compact form. */
  public static String of(Map<String, Object> claims) {
    String header = part(Map.of("alg", "RS256", "kid", KEY_ID, "typ", "JWT"));
    String signed = header + "." + part(claims);
    return signed + "." + base64Url(signature(signed));
  }

  /** The key that the signatures are checked with (RFC 7517). */
  public static Map<String, Object> keys() {
    RSAPublicKey key = (RSAPublicKey) Key.PAIR.getPublic();
    Map<String, Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "RSA");
    jwk.put("alg", "RS256");
    jwk.put("use", "sig");
    jwk.put("kid", KEY_ID);
    jwk.put("n", base64Url(unsigned(key.getModulus())));
    jwk.put("e", base64Url(unsigned(key.getPublicExponent())));
    return Map.of("keys", List.of(jwk));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static byte[] signature(String text) {
    try {
      Signature rsa = Signature.getInstance("SHA256withRSA");
      rsa.initSign(Key.PAIR.getPrivate());
      rsa.update(text.getBytes(StandardCharsets.US_ASCII));
      return rsa.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** JSON in base64url, as a part of a token. */
  public static String part(Map<String, Object> json) {
    return base64Url(Json.text(json).getBytes(StandardCharsets.UTF_8));
  }

  /** Without padding (RFC 7515, 2). */
  public static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Made when it is first needed: that takes a while. */
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

package dev.davit.webdav.internal.http;

import dev.davit.outbound.Target;
import dev.davit.ports.Credential;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Tells credentials apart without showing them. Never written down. */
final class Fingerprint {
  private Fingerprint() {}

  static String of(Target base, Credential credential) {
    MessageDigest digest = sha256();
    add(digest, base.uri().toString());
    if (credential instanceof SecretFields fields) {
      for (Map.Entry<String, Secret> field : new TreeMap<>(fields.values()).entrySet()) {
        add(digest, field.getKey());
        add(digest, field.getValue().reveal());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}

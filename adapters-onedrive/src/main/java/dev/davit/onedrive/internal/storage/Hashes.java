package dev.davit.onedrive.internal.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** SHA-256 of texts, in short forms. */
final class Hashes {
  private static final int NAME = 16;

  private Hashes() {}

  /** The first 64 bits. */
  static long number(String text) {
    return ByteBuffer.wrap(digest(text)).getLong();
  }

  /** The first 128 bits, in base64url. */
  static String name(String text) {
    ByteBuffer first = ByteBuffer.wrap(digest(text), 0, NAME);
    return UTF_8.decode(Base64.getUrlEncoder().withoutPadding().encode(first)).toString();
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

package dev.davit.emulator.files;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests that every Java platform has (java.security.MessageDigest). */
public final class Digests {
  public static final String MD5 = "MD5";
  public static final String SHA1 = "SHA-1";
  public static final String SHA256 = "SHA-256";

  private Digests() {}

  /** A new one, by one of these names. */
  public static MessageDigest of(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

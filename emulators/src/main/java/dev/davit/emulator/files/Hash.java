package dev.davit.emulator.files;

import java.util.Base64;
import java.util.HexFormat;

/** What a digest made of some bytes. */
public final class Hash {
  private final byte[] value;

  Hash(byte[] value) {
    this.value = value.clone();
  }

  /** In hex, in small letters. */
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  /** In Base64, padded. */
  public String base64() {
    return Base64.getEncoder().encodeToString(value);
  }
}

package dev.davit.persistence.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The operator's keys, by id. Their ciphertexts begin with the byte 1 and the id of the key (Tink's
 * wire format), so that a key which is not here can be told from a ciphertext that was altered.
 */
final class Keyset {
  private static final byte TINK = 1;
  private static final int PREFIX = 1 + Integer.BYTES;

  private final Aead aead;
  private final Set<Integer> ids;
  private final int primary;

  private Keyset(KeysetHandle handle) throws GeneralSecurityException {
    this.aead = handle.getPrimitive(AeadConfig2026.get(), Aead.class);
    this.primary = handle.getPrimary().getId();
    this.ids =
        entries(handle)
            .filter(entry -> entry.getStatus() == KeyStatus.ENABLED)
            .map(KeysetHandle.Entry::getId)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The text of a new keyset with one key. A secret. */
  static String generate() throws GeneralSecurityException {
    KeysetHandle handle =
        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        handle, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
  }

  /**
   * Reads the text of a keyset.
   *
   * @throws GeneralSecurityException if it is none, or has keys of another kind
   */
  static Keyset parse(String text) throws GeneralSecurityException {
    KeysetHandle handle =
        TinkJsonProtoKeysetFormat.parseKeyset(
            text, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
    if (!entries(handle).allMatch(Keyset::isOurs)) {
      throw new GeneralSecurityException("a key of another kind");
    }
    return new Keyset(handle);
  }

  KeysetInfo info() {
    return new KeysetInfo(
        Integer.toUnsignedLong(primary),
        ids.stream().map(Integer::toUnsignedLong).sorted().toList());
  }

  byte[] encrypt(byte[] plain, byte[] associated) {
    try {
      return aead.encrypt(plain, associated);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to encrypt", e);
    }
  }

  /** INTEGRITY if it was altered or is bound elsewhere, UNAVAILABLE if its key is not here. */
  byte[] decrypt(byte[] ciphertext, byte[] associated) {
    checkKey(ciphertext);
    try {
      return aead.decrypt(ciphertext, associated);
    } catch (GeneralSecurityException e) {
      throw Refusal.integrity(e);
    }
  }

  private void checkKey(byte[] ciphertext) {
    if (ciphertext.length < PREFIX || ciphertext[0] != TINK) {
      throw Refusal.integrity(null);
    }
    if (!ids.contains(ByteBuffer.wrap(ciphertext, 1, Integer.BYTES).getInt())) {
      throw Refusal.unknownKey();
    }
  }

  private static Stream<KeysetHandle.Entry> entries(KeysetHandle handle) {
    return IntStream.range(0, handle.size()).mapToObj(handle::getAt);
  }

  private static boolean isOurs(KeysetHandle.Entry entry) {
    return entry.getKey().getParameters().equals(PredefinedAeadParameters.AES256_GCM);
  }
}

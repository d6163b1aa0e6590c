package dev.davit.persistence.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.Sealer;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * Seals with an owner's data key. Such ciphertexts carry no key id: an owner has one key, so
 * whatever does not open with it was altered or moved.
 */
final class OwnerSealer implements Sealer {
  /** The first byte; another one than that of the keyset's ciphertexts. */
  private static final byte MARK = 2;

  private static final int KEY_BYTES = 32;

  private final Aead aead;

  private OwnerSealer(Aead aead) {
    this.aead = aead;
  }

  static byte[] newKey() {
    return SecretBytes.randomBytes(KEY_BYTES).toByteArray(InsecureSecretKeyAccess.get());
  }

  /** A sealer with this key, which is wiped here. */
  @AccessesPartialKey
  static OwnerSealer of(byte[] key) {
    try {
      AesGcmKey imported =
          AesGcmKey.builder()
              .setParameters(parameters())
              .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
              .build();
      return new OwnerSealer(
          KeysetHandle.newBuilder()
              .addEntry(KeysetHandle.importKey(imported).withRandomId().makePrimary())
              .build()
              .getPrimitive(AeadConfig2026.get(), Aead.class));
    } catch (GeneralSecurityException e) {
      throw Refusal.integrity(e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  private static AesGcmParameters parameters() throws GeneralSecurityException {
    return AesGcmParameters.builder()
        .setKeySizeBytes(KEY_BYTES)
        .setIvSizeBytes(12)
        .setTagSizeBytes(16)
        .setVariant(AesGcmParameters.Variant.NO_PREFIX)
        .build();
  }

  @Override
  public Bytes seal(byte[] plain, Binding binding) {
    try {
      byte[] sealed = aead.encrypt(plain, Associated.data(Purpose.OWNER, binding));
      return Bytes.of(ByteBuffer.allocate(1 + sealed.length).put(MARK).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed to encrypt", e);
    }
  }

  @Override
  public byte[] open(Bytes sealed, Binding binding) {
    byte[] marked = sealed.toArray();
    if (marked.length == 0 || marked[0] != MARK) {
      throw Refusal.integrity(null);
    }
    try {
      byte[] associated = Associated.data(Purpose.OWNER, binding);
      return aead.decrypt(Arrays.copyOfRange(marked, 1, marked.length), associated);
    } catch (GeneralSecurityException e) {
      throw Refusal.integrity(e);
    }
  }
}

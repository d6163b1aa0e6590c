package dev.davit.testkit.memory;

import dev.davit.ports.Binding;
import dev.davit.ports.Bytes;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Sealer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM under one key: the key's id if it has one, a nonce of 12 bytes, the ciphertext. */
final class AesSealer implements Sealer {
  private static final int NONCE = 12;
  private static final int TAG = 16;

  private final SecretKeySpec key;
  private final byte[] prefix;
  private final SecureRandom random;

  AesSealer(byte[] key, Optional<byte[]> keyId, SecureRandom random) {
    this.key = new SecretKeySpec(key, "AES");
    this.prefix = keyId.orElseGet(() -> new byte[0]);
    this.random = random;
  }

  @Override
  public Bytes seal(byte[] plain, Binding binding) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    sealed.writeBytes(prefix);
    sealed.writeBytes(nonce);
    try {
      sealed.writeBytes(cipher(Cipher.ENCRYPT_MODE, nonce, binding).doFinal(plain));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
    return Bytes.of(sealed.toByteArray());
  }

  @Override
  public byte[] open(Bytes sealed, Binding binding) {
    byte[] bytes = sealed.toArray();
    if (bytes.length < prefix.length + NONCE + TAG) {
      throw refused(null);
    }
    if (!Arrays.equals(prefix, Arrays.copyOf(bytes, prefix.length))) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "This server does not hold the key for it.");
    }
    byte[] nonce = Arrays.copyOfRange(bytes, prefix.length, prefix.length + NONCE);
    byte[] rest = Arrays.copyOfRange(bytes, prefix.length + NONCE, bytes.length);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, binding).doFinal(rest);
    } catch (GeneralSecurityException e) {
      throw refused(e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, Binding binding) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
    cipher.updateAAD(associated(binding));
    return cipher;
  }

  private static byte[] associated(Binding binding) {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    for (String part :
        List.of(binding.owner(), binding.connection(), binding.provider(), binding.field())) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      parts.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
      parts.writeBytes(bytes);
    }
    return parts.toByteArray();
  }

  private static CloudException refused(@Nullable Exception cause) {
    String message = "What is stored was altered, or does not belong here.";
    return cause == null
        ? new CloudException(ErrorKind.INTEGRITY, message)
        : new CloudException(ErrorKind.INTEGRITY, message, cause);
  }
}

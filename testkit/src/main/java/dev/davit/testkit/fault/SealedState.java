package dev.davit.testkit.fault;

import dev.davit.ports.Secret;
import dev.davit.ports.storage.UploadSessions.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The state of an upload in a file, sealed (AES-GCM), and never half written. */
public final class SealedState {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final Path file;
  private final SecretKeySpec key;

  /**
   * A state that may not be there yet.
   *
   * @param hexKey as {@link #newKey} makes one
   */
  public SealedState(Path file, String hexKey) {
    this.file = file;
    this.key = new SecretKeySpec(HexFormat.of().parseHex(hexKey), "AES");
  }

  /** A key in hex. */
  public static String newKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  /** Whether one was written. */
  public boolean isThere() {
    return Files.exists(file);
  }

  /** Of the position nothing is kept: where it is, the provider knows. */
  public void write(State state) throws IOException, GeneralSecurityException {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    byte[] sealed =
        cipher(Cipher.ENCRYPT_MODE, nonce)
            .doFinal(state.token().reveal().getBytes(StandardCharsets.UTF_8));
    Path next = file.resolveSibling(file.getFileName() + ".next");
    byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE, sealed.length);
    Files.write(next, both);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The one that was written last. */
  public State read() throws IOException, GeneralSecurityException {
    byte[] both = Files.readAllBytes(file);
    byte[] token =
        cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE))
            .doFinal(both, NONCE, both.length - NONCE);
    return new State(new Secret(new String(token, StandardCharsets.UTF_8)), 0, 1);
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}

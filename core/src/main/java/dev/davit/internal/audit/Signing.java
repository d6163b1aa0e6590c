package dev.davit.internal.audit;

import dev.davit.ports.Bytes;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Ed25519 (RFC 8032) for checkpoints of the audit log. */
public final class Signing {
  /** How long a key pair is: the public key in its X.509 form, then the private one as PKCS #8. */
  public static final int LENGTH = 92;

  private static final int PUBLIC = 44;
  private static final String NAME = "Ed25519";

  private Signing() {}

  /** A new key pair. */
  public static byte[] newPair() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(NAME).generateKeyPair();
      byte[] both = Arrays.copyOf(pair.getPublic().getEncoded(), LENGTH);
      System.arraycopy(pair.getPrivate().getEncoded(), 0, both, PUBLIC, LENGTH - PUBLIC);
      return both;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 is not to be had", e);
    }
  }

  /** The public key of a pair, in its X.509 form. */
  public static Bytes publicKey(byte[] pair) {
    return Bytes.of(Arrays.copyOf(pair, PUBLIC));
  }

  /** Signs with a pair. */
  public static Bytes sign(byte[] pair, byte[] text) {
    try {
      byte[] key = Arrays.copyOfRange(pair, PUBLIC, LENGTH);
      Signature signature = Signature.getInstance(NAME);
      signature.initSign(
          KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(key)));
      signature.update(text);
      return Bytes.of(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key of the checkpoints can't be used", e);
    }
  }

  /** Whether this key signed this text; false too for what is no key or no signature. */
  public static boolean isSigned(Bytes publicKey, byte[] text, Bytes by) {
    try {
      Signature signature = Signature.getInstance(NAME);
      X509EncodedKeySpec key = new X509EncodedKeySpec(publicKey.toArray());
      signature.initVerify(KeyFactory.getInstance(NAME).generatePublic(key));
      signature.update(text);
      return signature.verify(by.toArray());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}

package dev.davit.http;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.PasswordHasher;
import dev.davit.ports.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Hashes passwords by Argon2id (RFC 9106) with 19 MiB, two passes, one lane, as OWASP has it. Since
 * each takes 19 MiB of heap, only so many are computed at once as a quarter of the heap holds.
 */
public final class Argon2PasswordHasher implements PasswordHasher {
  private static final int SALT_BYTES = 16;
  private static final int MAX_AT_ONCE = 16;
  private static final Duration SOON = Duration.ofSeconds(1);

  private static final Argon2Function ARGON2 =
      Argon2Function.getInstance(
          Argon2Hash.MEMORY_KIB,
          Argon2Hash.PASSES,
          Argon2Hash.LANES,
          Argon2Hash.BYTES,
          Argon2.ID,
          Argon2Function.ARGON2_VERSION_13);

  private final SecureRandom random = new SecureRandom();
  private final Semaphore slots;

  /** A hasher that leaves three quarters of the heap alone. */
  public Argon2PasswordHasher() {
    this(slots(Runtime.getRuntime().maxMemory()));
  }

  Argon2PasswordHasher(int slots) {
    this.slots = new Semaphore(slots);
  }

  /** How many hashes may be computed at once with so much heap: at least one. */
  static int slots(long heap) {
    long fit = heap / 4 / (Argon2Hash.MEMORY_KIB * 1024L);
    return (int) Math.max(1, Math.min(MAX_AT_ONCE, fit));
  }

  @Override
  public Secret hash(Secret password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return new Secret(inSlot(() -> ARGON2.hash(bytes(password), salt).getResult()));
  }

  @Override
  public boolean matches(Secret password, Secret hash) {
    return Argon2Hash.isOurs(hash.reveal())
        && inSlot(() -> ARGON2.check(bytes(password), bytes(hash)));
  }

  private <T> T inSlot(Supplier<T> work) {
    if (!slots.tryAcquire()) {
      throw new CloudException(
          ErrorKind.RATE_LIMITED,
          "Too many people are logging in at once; try again in a moment.",
          Hints.NONE,
          SOON,
          null);
    }
    try {
      return work.get();
    } finally {
      slots.release();
    }
  }

  private static byte[] bytes(Secret secret) {
    return secret.reveal().getBytes(StandardCharsets.UTF_8);
  }
}

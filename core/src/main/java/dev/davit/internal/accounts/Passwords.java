package dev.davit.internal.accounts;

import dev.davit.internal.input.Problems;
import dev.davit.ports.IdSource;
import dev.davit.ports.PasswordHasher;
import dev.davit.ports.Secret;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What can be a password, and whether one is right; that takes as long where there is no hash. */
public final class Passwords {
  private static final int SHORTEST = 8;
  private static final int LONGEST = 200;

  private final PasswordHasher hasher;
  private final Secret nobodys;
  private final AtomicReference<@Nullable Secret> dummy = new AtomicReference<>();

  public Passwords(PasswordHasher hasher, IdSource ids) {
    this.hasher = hasher;
    this.nobodys = new Secret(ids.next());
  }

  /**
   * The hash of a new password.
   *
   * @param field how the request calls it
   */
  public Secret hash(Secret password, String field) {
    if (!isPossible(password)) {
      throw Problems.field(field, "A password has " + SHORTEST + " to " + LONGEST + " characters.");
    }
    return hasher.hash(password);
  }

  /** Whether the password is the one that was hashed; null: there is none. */
  public boolean matches(Secret password, @Nullable Secret hash) {
    Secret standIn = dummy();
    boolean possible = isPossible(password);
    boolean matched = hasher.matches(possible ? password : nobodys, hash == null ? standIn : hash);
    return matched && possible && hash != null;
  }

  private Secret dummy() {
    Secret known = dummy.get();
    if (known == null) {
      known = hasher.hash(nobodys);
      dummy.set(known);
    }
    return known;
  }

  private static boolean isPossible(Secret password) {
    String text = password.reveal();
    int length = text.codePointCount(0, text.length());
    return length >= SHORTEST && length <= LONGEST;
  }
}

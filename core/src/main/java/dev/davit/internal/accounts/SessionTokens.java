package dev.davit.internal.accounts;

import dev.davit.internal.codec.Sha256;
import dev.davit.ports.IdSource;
import dev.davit.ports.Secret;

/** What clients hold, and the hash under which its session is kept. */
public final class SessionTokens {
  private final IdSource ids;

  public SessionTokens(IdSource ids) {
    this.ids = ids;
  }

  /** A new token of 256 random bits or more. */
  public Secret next() {
    return new Secret(ids.next() + ids.next());
  }

  /** The id of the session of a token; tells nothing of it. */
  public static String idOf(Secret token) {
    return Sha256.hex(token.reveal());
  }
}

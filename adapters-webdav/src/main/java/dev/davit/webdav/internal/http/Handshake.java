package dev.davit.webdav.internal.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How logging in at one address goes, as far as its server has said. Shared by all requests there,
 * so that a nonce serves many of them. Knows no password. Its lock is held for a computation only.
 *
 * <p>Once a server has asked for Digest, nothing that it says later makes it see a password.
 */
final class Handshake {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int CNONCE_BYTES = 16;

  private @Nullable Digest digest;
  private int uses;
  private boolean basic;
  private boolean settled;

  /**
   * What a request shows for itself.
   *
   * @param header the value of {@code Authorization}; null for none
   * @param fresh whether a refusal would be of what it shows, and not of the age of a nonce
   */
  record Proof(@Nullable String header, boolean fresh) {
    @Override
    public String toString() {
      return "[proof]";
    }
  }

  /** What the next request shows. */
  synchronized Proof prove(Account account, String method, String uri) {
    Digest present = digest;
    if (present != null) {
      uses++;
      String password = account.password().reveal();
      String header = present.header(account.username(), password, method, uri, uses);
      return new Proof(header, uses == 1);
    }
    boolean shown = basic || account.login() == Account.Login.BASIC;
    return new Proof(shown ? account.basic() : null, shown);
  }

  /**
   * Learns from a refusal.
   *
   * @return whether another proof may do where this did not
   */
  synchronized boolean learns(Account account, Proof proof, Answer answer) {
    List<Challenge> challenges = Challenge.of(answer.headers("WWW-Authenticate"));
    Optional<Digest> asked = Digest.strongest(challenges, cnonce());
    if (asked.isPresent() && mayDigest(account, challenges)) {
      boolean wasDigest = digest != null;
      digest = asked.get();
      uses = 0;
      return !wasDigest || !proof.fresh() || asked.get().isStale();
    }
    return digest == null && proof.header() == null && useBasic(account);
  }

  /** Where the server would take Basic too and has refused it, the password is wrong. */
  private boolean mayDigest(Account account, List<Challenge> challenges) {
    return digest != null
        || account.login() != Account.Login.BASIC
        || challenges.stream().noneMatch(one -> one.scheme().equals("basic"));
  }

  private boolean useBasic(Account account) {
    basic = account.login() == Account.Login.ASK;
    return basic;
  }

  /**
   * Learns from any other answer.
   *
   * @return whether it is one to a stranger although somebody's was wanted
   */
  synchronized boolean accepted(Account account, Proof proof, Answer answer) {
    if (proof.header() == null) {
      boolean moved = answer.status() >= 300 && answer.status() < 400;
      return !moved && digest == null && useBasic(account);
    }
    settled = true;
    Digest present = digest;
    String info = answer.header("Authentication-Info");
    String next = info == null ? null : Challenge.parameters(info).get("nextnonce");
    if (present != null && next != null && !next.equals(present.nonce())) {
      digest = present.withNonce(next, cnonce());
      uses = 0;
    }
    return false;
  }

  synchronized boolean isDigest() {
    return digest != null;
  }

  /** Whether a proof was accepted before, so that the next one probably is, too. */
  synchronized boolean isSettled() {
    return settled;
  }

  private static String cnonce() {
    byte[] bytes = new byte[CNONCE_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}

package dev.davit.emulator.microsoft.graph;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Pre-authenticated addresses of content: who knows one needs nothing else, for "a few minutes"
 * (driveitem-get-content). They are signed, not kept: a list may have any number of them.
 */
final class Downloads {
  static final String PREFIX = "/download/";

  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final String MAC = "HmacSHA256";
  private static final int KEY = 32;
  private static final int UNAUTHORIZED = 401;
  private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})\\.([0-9a-f]{64})");

  private final byte[] key = new byte[KEY];
  private final AtomicLong issued = new AtomicLong();
  private final InstantSource clock;
  private volatile Ended ended = new Ended(0, UNAUTHORIZED);

  /**
   * Those that are no more.
   *
   * @param upTo numbers of those, in the order in which they were made
   * @param status that they answer
   */
  private record Ended(long upTo, int status) {}

  Downloads(InstantSource clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(key);
  }

  Instant now() {
    return clock.instant();
  }

  /** An address of what an item has, at the host of the emulator that is not Graph's. */
  String of(Call call, Item item) {
    String path = PREFIX + item.drive.id + "/" + item.id;
    String ticket = clock.instant().plus(LIFETIME).toEpochMilli() + "." + issued.incrementAndGet();
    return Hosts.files(call.request()) + path + "?tempauth=" + ticket + "." + sign(path, ticket);
  }

  /**
   * Looks at an address.
   *
   * @throws Refused 401, or another status on demand, when its time is over; 401 when it was never
   *     made
   */
  void check(String path, String tempauth) {
    Matcher form = FORM.matcher(tempauth);
    if (!form.matches() || !isSigned(path, form)) {
      throw refusal(UNAUTHORIZED);
    }
    Ended now = ended;
    if (Long.parseLong(form.group(2)) <= now.upTo()) {
      throw refusal(now.status());
    }
    if (Long.parseLong(form.group(1)) <= clock.millis()) {
      throw refusal(UNAUTHORIZED);
    }
  }

  private boolean isSigned(String path, Matcher form) {
    String signature = sign(path, form.group(1) + "." + form.group(2));
    return MessageDigest.isEqual(bytes(signature), bytes(form.group(3)));
  }

  private static Refused refusal(int status) {
    String code = status == UNAUTHORIZED ? "unauthenticated" : "accessDenied";
    return Refused.of(status, status == 404 ? "itemNotFound" : code, "The address has expired.");
  }

  private String sign(String path, String ticket) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(key, MAC));
      return HexFormat.of().formatHex(mac.doFinal(bytes(path + "?" + ticket)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** All of now end, and answer this status. */
  void endAll(int status) {
    ended = new Ended(issued.get(), status);
  }
}

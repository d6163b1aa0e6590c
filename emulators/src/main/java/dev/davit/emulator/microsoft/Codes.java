package dev.davit.emulator.microsoft;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The codes that were given. Safe for use by several threads. */
final class Codes {
  static final Duration LIFETIME = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Map<String, Code> given = new HashMap<>();
  private final Set<String> redeemed = new HashSet<>();

  Codes(InstantSource clock) {
    this.clock = clock;
  }

  synchronized Code give(AuthorizeRequest request, MicrosoftAccount account) {
    String word = Opaque.grant(account, "2");
    Code code = new Code(word, request, account, clock.instant().plus(LIFETIME));
    given.put(code.word(), code);
    return code;
  }

  /** Takes one, which is used up even if something else about the exchange is then refused. */
  synchronized Code take(String word, MicrosoftClient client) {
    Code code = given.get(word);
    if (code == null || !code.request().client().id().equals(client.id())) {
      throw AadSts.INVALID_GRANT.about("code");
    }
    if (!redeemed.add(word)) {
      throw AadSts.REDEEMED.about();
    }
    if (!code.until().isAfter(clock.instant())) {
      throw AadSts.EXPIRED.about();
    }
    return code;
  }
}

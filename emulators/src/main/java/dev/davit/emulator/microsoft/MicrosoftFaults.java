package dev.davit.emulator.microsoft;

import dev.davit.emulator.Fault;
import dev.davit.emulator.internal.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes wrong at Microsoft, for {@link MicrosoftEmulator#faults()}; see also {@link Fault}. */
public final class MicrosoftFaults {
  private static final String TOKEN = "/oauth2/v2.0/token";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String ID = "00000000-0000-0000-0000-000000000000";
  private static final int OK = 200;

  private MicrosoftFaults() {}

  /** The token endpoint refuses so, once. */
  public static Fault token(AadSts what) {
    return Fault.answer(what.status(), JSON, Json.text(body(what))).at(TOKEN);
  }

  /** An error of the token endpoint inside a 200. */
  public static Fault errorInsideOk(AadSts what) {
    return Fault.answer(OK, JSON, Json.text(body(what))).at(TOKEN);
  }

  /** Any OAuth error of the token endpoint's, also one that no page speaks of. */
  public static Fault oauth(int status, String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    return Fault.answer(status, JSON, Json.text(body)).at(TOKEN);
  }

  /** The token endpoint is asked too often: 429 with {@code Retry-After}. */
  public static Fault throttled(Duration retryAfter) {
    return Fault.rateLimited(retryAfter).at(TOKEN);
  }

  /** A web page in place of tokens. */
  public static Fault html() {
    return Fault.html().at(TOKEN);
  }

  /** The tokens were given, and nobody hears of it. */
  public static Fault lost() {
    return Fault.lost().at(TOKEN);
  }

  /** Graph's 401, as of a token that has expired, once. */
  public static Fault invalidToken() {
    return GraphError.invalidToken("Lifetime validation failed, the token is expired.")
        .fault()
        .at("/v1.0/");
  }

  private static Map<String, Object> body(AadSts what) {
    return what.anyhow().json(Instant.EPOCH, ID, ID);
  }
}

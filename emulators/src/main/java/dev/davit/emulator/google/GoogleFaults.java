package dev.davit.emulator.google;

import dev.davit.emulator.Fault;
import dev.davit.emulator.internal.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes wrong at Google, for {@link GoogleEmulator#faults()}; see also {@link Fault}. */
public final class GoogleFaults {
  private static final String TOKEN = "/token";
  private static final String JSON = "application/json; charset=utf-8";
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;

  private GoogleFaults() {}

  /** An API's 401, as of a token that has expired. */
  public static Fault invalidCredentials() {
    return ApiError.invalidCredentials().fault().at("/drive/v3/");
  }

  /** The token endpoint's word that the grant is dead. */
  public static Fault invalidGrant() {
    return oauth(BAD_REQUEST, "invalid_grant", "Token has been expired or revoked.");
  }

  /** The token endpoint's word that the client is not known: the operator's fault. */
  public static Fault invalidClient() {
    return oauth(UNAUTHORIZED, "invalid_client", "The OAuth client was not found.");
  }

  /** An error of the token endpoint inside a 200. */
  public static Fault errorInsideOk(String error) {
    return oauth(OK, error, "Bad Request");
  }

  /** Any error of the token endpoint's (RFC 6749, 5.2). */
  public static Fault oauth(int status, String error, String description) {
    return Fault.answer(status, JSON, Json.text(body(error, description))).at(TOKEN);
  }

  static Map<String, Object> body(String error, String description) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    return body;
  }
}

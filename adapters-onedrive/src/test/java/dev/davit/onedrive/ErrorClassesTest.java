package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.AadSts;
import dev.davit.emulator.microsoft.MicrosoftFaults;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Explained;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal of the identity platform, and what it ends as. */
class ErrorClassesTest extends OAuthTests {
  /** By the OAuth error; the numbers and words beside it are for people. */
  private static final Map<String, ErrorKind> KINDS =
      Map.ofEntries(
          Map.entry("invalid_grant", ErrorKind.TOKEN_REJECTED),
          Map.entry("interaction_required", ErrorKind.TOKEN_REJECTED),
          Map.entry("consent_required", ErrorKind.TOKEN_REJECTED),
          Map.entry("login_required", ErrorKind.TOKEN_REJECTED),
          Map.entry("invalid_client", ErrorKind.MISCONFIGURED),
          Map.entry("unauthorized_client", ErrorKind.MISCONFIGURED),
          Map.entry("invalid_scope", ErrorKind.MISCONFIGURED),
          Map.entry("invalid_request", ErrorKind.MISCONFIGURED),
          Map.entry("invalid_resource", ErrorKind.MISCONFIGURED),
          Map.entry("unsupported_grant_type", ErrorKind.MISCONFIGURED),
          Map.entry("temporarily_unavailable", ErrorKind.UNAVAILABLE),
          Map.entry("server_error", ErrorKind.UNAVAILABLE),
          // Said to browsers only; from the token endpoint they make no sense.
          Map.entry("access_denied", ErrorKind.PROTOCOL),
          Map.entry("unsupported_response_type", ErrorKind.PROTOCOL));

  private CloudException refreshing(Fault fault, ErrorKind kind) {
    OAuthTokens tokens = microsofts().tokens(microsofts().somebody());
    microsofts().microsoft().faults().inject(fault);
    return assertFails(kind, () -> client().refresh(tokens), tokens.refresh());
  }

  @ParameterizedTest
  @EnumSource
  void R5_everyAadStsError_ofARefresh_endsInItsKind(AadSts what) {
    assertThat(KINDS).containsKey(what.error());
    CloudException failure =
        refreshing(
            MicrosoftFaults.token(what), KINDS.getOrDefault(what.error(), ErrorKind.PROTOCOL));
    if (failure.getCause() instanceof Explained cause && what.status() < 500) {
      assertThat(cause.reason()).contains("AADSTS" + what.number(), what.error());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyAadStsError_ofACode_endsInItsKind(AadSts what) {
    ErrorKind ofGrant = KINDS.getOrDefault(what.error(), ErrorKind.PROTOCOL);
    boolean ofCode = ofGrant == ErrorKind.TOKEN_REJECTED || what == AadSts.REPLY_MISMATCH;
    Secret code = code(microsofts().somebody());
    microsofts().microsoft().faults().inject(MicrosoftFaults.token(what));
    assertFails(
        ofCode ? ErrorKind.INVALID_FLOW : ofGrant,
        () -> client().exchange(code, VERIFIER, REDIRECT),
        code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid_grant", "interaction_required", "consent_required", "login_required",
        "invalid_client", "unauthorized_client", "invalid_scope", "invalid_request",
        "invalid_resource", "unsupported_grant_type", "temporarily_unavailable", "server_error"
      })
  void R5_everyOAuthErrorClass_isKnownByItsWord_withoutANumber(String error) {
    refreshing(
        MicrosoftFaults.oauth(400, error, "canary invalid_grant AADSTS70000"),
        KINDS.getOrDefault(error, ErrorKind.PROTOCOL));
  }

  @ParameterizedTest
  @ValueSource(ints = {50196, 90033, 90024})
  void R5_whatPassesByItself_isNoDeadGrant_whateverTheErrorSays(int number) {
    String body = "{\"error\":\"invalid_grant\",\"error_codes\":[" + number + "]}";
    refreshing(Fault.answer(400, "application/json", body).at(TOKEN), ErrorKind.UNAVAILABLE);
  }
}

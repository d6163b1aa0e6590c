package dev.davit.onedrive;

import static dev.davit.onedrive.OAuthMutant.EXCHANGE;
import static dev.davit.onedrive.OAuthMutant.REFRESH;
import static dev.davit.onedrive.OAuthMutant.claims;
import static dev.davit.onedrive.OAuthMutant.reading;

import dev.davit.emulator.microsoft.MicrosoftEmulator;
import java.util.stream.Stream;

/** Adapters that take what the token endpoint says for something else. */
final class OAuthAnswerMutants {
  private OAuthAnswerMutants() {}

  static Stream<OAuthMutant> all() {
    return Stream.of(tokens(), identities(), errors()).flatMap(rows -> rows);
  }

  private static Stream<OAuthMutant> tokens() {
    return Stream.of(
        reading(
            "a grant comes with a refresh token",
            EXCHANGE,
            answer -> answer.replace("\"refresh_token\"", "\"refresh\""),
            "exchange has no refresh token"),
        reading(
            "a refresh token is replaced with each use",
            REFRESH,
            answer -> answer.replace("\"refresh_token\"", "\"refresh\""),
            "refresh again TOKEN_REJECTED AADSTS70000"),
        reading(
            "an access token has an end",
            "\"expires_in\"",
            "\"expires_on\"",
            "exchange has another end"),
        reading(
            "that is in seconds",
            "\"expires_in\":",
            "\"expires_in\":1",
            "exchange has another end"),
        reading(
            "scopes are named",
            "Files[.]ReadWrite[.]All",
            "Files_ReadWrite_All",
            "exchange lacks a permission"),
        reading(
            "with Graph's address where so they were asked for",
            "graph[.]microsoft[.]com",
            "graph.example",
            "exchange lacks a permission"),
        reading(
                "at work among others",
                "\"scope\":\"[^\"]*\"",
                "\"scope\":\"openid\"",
                "exchange lacks a permission")
            .withWork(),
        reading("a token is a bearer's", "Bearer", "mac", "exchange PROTOCOL"),
        reading(
            "a token may end in signs",
            "(?<=\"access_token\":\"E[^\"]{9,200})==",
            "",
            "use REAUTH_REQUIRED"),
        reading("there is an id token", "\"id_token\"", "\"id\"", "exchange PROTOCOL"));
  }

  private static Stream<OAuthMutant> identities() {
    return Stream.of(
        claims(
            "an account's name is its object's",
            "(?<=\"oid\":\")[^\"]*",
            "99999999-0000-4000-8000-000000000000",
            "exchange is another's"),
        claims("in its tenant", "(?<=\"tid\":\")[^\"]{8}", "00000000", "exchange PROTOCOL"),
        claims("that has signed it", "(?<=\"iss\":\")[^\"]*", "us", "exchange PROTOCOL"),
        claims("for us", "(?<=\"aud\":\")[^\"]*", "them", "exchange PROTOCOL"),
        claims("for an hour", "(?<=\"exp\":)\\d+", "1", "exchange PROTOCOL"),
        claims(
            "what is for another is not taken",
            "(?<=\"aud\":\")another\"",
            MicrosoftEmulator.CLIENT.id() + "\"",
            "another's audience is taken"),
        claims(
            "nor what another has signed",
            "issuer[.]example",
            "login.microsoftonline.com",
            "another issuer is taken"),
        claims(
            "nor what another tenant's is",
            "(?<=\"tid\":\")[^\"]*",
            "9188040d-6c67-4c5b-b112-36a304b66dad",
            "another tenant is taken"),
        claims(
            "nor what is over",
            "(?<=\"exp\":)1(?!\\d)",
            "9999999999",
            "an end that is over is taken"));
  }

  private static Stream<OAuthMutant> errors() {
    return Stream.of(
        reading(
            "a secret is the operator's matter",
            "\"error\":\"invalid_client\"",
            "\"error\":\"invalid_grant\"",
            "wrong secret is TOKEN_REJECTED"),
        reading(
            "an error is one in a 200, too",
            "grant_type=",
            OAuthAnswerMutants::overlooked,
            "error in a 200 is taken"),
        reading(
            "too many requests are no refusal",
            "(?<=^HTTP/1.1 )429",
            "400",
            "too many is PROTOCOL"),
        reading(
            "a dead grant is one",
            "\"error\":\"invalid_grant\"",
            "\"error\":\"temporarily_unavailable\"",
            "revoked is UNAVAILABLE"),
        reading(
            "refused is refused",
            "\"error\":\"invalid_grant\"",
            "\"error\":\"unknown\"",
            "revoked is PROTOCOL"));
  }

  /** Who looks at the status only finds tokens. */
  private static String overlooked(String answer) {
    return answer.startsWith("HTTP/1.1 200") && answer.contains("\"error\"")
        ? answer.replaceFirst(
            "(?s)\r\n\r\n.*", "\r\n\r\n{\"token_type\":\"Bearer\",\"access_token\":\"none\"}")
        : answer;
  }
}

package dev.davit.onedrive;

import static dev.davit.onedrive.OAuthMutant.EXCHANGE;
import static dev.davit.onedrive.OAuthMutant.REFRESH;
import static dev.davit.onedrive.OAuthMutant.asking;
import static dev.davit.onedrive.OAuthMutant.exchange;
import static dev.davit.onedrive.OAuthMutant.refresh;

import dev.davit.testkit.fault.Sent;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Adapters that ask the token endpoint as nobody should. */
final class OAuthTokenMutants {
  private OAuthTokenMutants() {}

  static Stream<OAuthMutant> all() {
    return Stream.of(clients(), exchanges(), refreshes(), requests(), others())
        .flatMap(rows -> rows);
  }

  private static Stream<OAuthMutant> clients() {
    return Stream.of(
        exchange("a client has an id", "\\bclient_id=[^&]*", "", "MISCONFIGURED AADSTS900144"),
        exchange(
            "a client is known",
            "\\bclient_id=[^&]*",
            "client_id=nobody",
            "MISCONFIGURED AADSTS700016"),
        exchange("a client has a secret", "client_secret=[^&]*", "", "MISCONFIGURED AADSTS7000218"),
        exchange(
            "a client has the right secret",
            "client_secret=[^&]*",
            "client_secret=guessed",
            "MISCONFIGURED AADSTS7000215"));
  }

  private static Stream<OAuthMutant> exchanges() {
    return Stream.of(
        exchange("a grant type is named", "grant_type=[^&]*", "", "MISCONFIGURED AADSTS900144"),
        exchange("it is one of two", "authorization_code", "password", "MISCONFIGURED AADSTS70003"),
        exchange("no parameter comes twice", "$", "&grant_type=x", "MISCONFIGURED AADSTS9000411"),
        exchange(
            "resource is of the older endpoints", "$", "&resource=x", "MISCONFIGURED AADSTS901002"),
        exchange("there is a code", "\\bcode=[^&]*", "", "MISCONFIGURED AADSTS900144"),
        exchange(
            "a code can be one", "\\bcode=[^&]*", "code=nonsense", "INVALID_FLOW AADSTS9002313"),
        exchange(
            "a code was given",
            "\\bcode=[^&]*",
            "code=M.C540_BAY.2.U.nonsense",
            "INVALID_FLOW AADSTS70000"),
        exchange(
            "a code is sent as it came", "(\\bcode=[^&]*)%", "$1%25", "INVALID_FLOW AADSTS70000"),
        exchange(
            "there is the redirect address",
            "redirect_uri=[^&]*",
            "",
            "MISCONFIGURED AADSTS900144"),
        exchange(
            "it is the same",
            "redirect_uri=[^&]*",
            "redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fother",
            "INVALID_FLOW AADSTS500112"),
        exchange("there is a verifier", "code_verifier=[^&]*", "", "INVALID_FLOW AADSTS501481"),
        exchange(
            "it is the right one",
            "code_verifier=[^&]*",
            "code_verifier=wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
            "INVALID_FLOW AADSTS501481"),
        exchange(
            "scopes are known",
            "Files.ReadWrite.All",
            "Files.Nonsense",
            "MISCONFIGURED AADSTS70011"),
        exchange(
            "scopes do not grow",
            "Files.ReadWrite.All",
            "Sites.Read.All",
            "INVALID_FLOW AADSTS70000"),
        exchange(
                "scopes do not grow at work",
                "Files.ReadWrite.All",
                "Sites.Read.All",
                "INVALID_FLOW AADSTS65001")
            .withWork(),
        exchange(
            "what is to last is asked for", "offline_access", "openid", "has no refresh token"),
        exchange("who it is is asked for", "\\bopenid\\b", "email", "PROTOCOL"),
        exchange("what it is called by is in the profile", "\\bprofile\\b", "email", "PROTOCOL"));
  }

  private static Stream<OAuthMutant> refreshes() {
    return Stream.of(
        refresh(
            "there is a refresh token",
            "(?<=&|^)refresh_token=[^&]*",
            "",
            "MISCONFIGURED AADSTS900144"),
        refresh(
            "a refresh token can be one",
            "(?<=&|^)refresh_token=[^&]*",
            "refresh_token=nonsense",
            "TOKEN_REJECTED AADSTS9002313"),
        refresh(
            "a refresh token was given",
            "(?<=&|^)refresh_token=[^&]*",
            "refresh_token=1.AXoAnonsense",
            "TOKEN_REJECTED AADSTS70000"),
        refresh(
            "a refresh token is sent as it came",
            "((?<=&|^)refresh_token=[^&]*)%",
            "$1%25",
            "TOKEN_REJECTED AADSTS70000"),
        refresh(
            "scopes stay known",
            "Files.ReadWrite.All",
            "Files.Nonsense",
            "MISCONFIGURED AADSTS70011"),
        refresh(
            "scopes do not grow later",
            "Files.ReadWrite.All",
            "Sites.Read.All",
            "TOKEN_REJECTED AADSTS70000"),
        refresh(
                "scopes do not grow later at work",
                "Files.ReadWrite.All",
                "Sites.Read.All",
                "TOKEN_REJECTED AADSTS65001")
            .withWork(),
        refresh(
            "a new refresh token is asked for",
            "offline_access",
            "openid",
            "again has the same refresh token"));
  }

  private static Stream<OAuthMutant> requests() {
    String refused = "exchange MISCONFIGURED ";
    return Stream.of(
        asking(
            "tokens are asked for by POST",
            EXCHANGE,
            sent -> sent.as("GET"),
            refused + "AADSTS900561"),
        asking(
            "the address has no parameters",
            EXCHANGE,
            OAuthTokenMutants::inTheAddress,
            refused + "AADSTS900144"),
        asking(
            "a body is a form",
            EXCHANGE,
            sent -> sent.with("Content-Type", "application/json"),
            refused + "AADSTS900144"),
        asking(
            "nothing comes from a browser",
            EXCHANGE,
            sent -> sent.with("Origin", "https://x.example"),
            refused + "AADSTS9002326"),
        asking(
            "the tenant is known there, too",
            EXCHANGE,
            at("nowhere.example"),
            refused + "AADSTS90002"),
        asking("a secret has an end", EXCHANGE, by("old"), refused + "AADSTS7000222"));
  }

  private static Stream<OAuthMutant> others() {
    return Stream.of(
        asking(
            "a secret has an end later, too",
            REFRESH,
            by("old"),
            "refresh MISCONFIGURED AADSTS7000222"),
        asking(
            "a code is its client's", EXCHANGE, by("exact"), "exchange INVALID_FLOW AADSTS70000"),
        asking(
            "a grant is its client's", REFRESH, by("exact"), "refresh TOKEN_REJECTED AADSTS70000"),
        asking(
            "a code is its tenant's",
            EXCHANGE,
            at("contoso.example"),
            "exchange INVALID_FLOW AADSTS7000012"),
        asking(
            "a grant is its tenant's",
            REFRESH,
            at("contoso.example"),
            "refresh TOKEN_REJECTED AADSTS7000012"),
        asking(
            "a code is good once", EXCHANGE, theFirst("code"), "exchange INVALID_FLOW AADSTS54005"),
        asking(
            "a refresh token that was replaced ends its grant",
            REFRESH,
            theFirst("refresh_token"),
            "refresh again TOKEN_REJECTED AADSTS70000"));
  }

  private static Sent inTheAddress(Sent sent) {
    return sent.to(sent.path() + "?" + sent.text()).saying("");
  }

  private static UnaryOperator<Sent> at(String tenant) {
    return sent -> sent.to(sent.path().replaceFirst("/common/", "/" + tenant + "/"));
  }

  /** By another client that is registered. */
  private static UnaryOperator<Sent> by(String client) {
    return sent ->
        sent.saying(
            sent.text()
                .replaceFirst("\\bclient_id=[^&]*", "client_id=" + client)
                .replaceFirst("client_secret=[^&]*", "client_secret=s"));
  }

  /** The first value that there ever was, again and again. */
  private static UnaryOperator<Sent> theFirst(String name) {
    Pattern parameter = Pattern.compile("(?<=&|^)" + name + "=[^&]*");
    AtomicReference<String> first = new AtomicReference<>("");
    return sent -> {
      Matcher now = parameter.matcher(sent.text());
      if (now.find()) {
        first.compareAndSet("", now.group());
      }
      return sent.saying(now.replaceFirst(Matcher.quoteReplacement(first.get())));
    };
  }
}

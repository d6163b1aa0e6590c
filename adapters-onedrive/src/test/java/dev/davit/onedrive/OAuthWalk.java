package dev.davit.onedrive;

import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.AadSts;
import dev.davit.emulator.microsoft.Decision;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftEmulator;
import dev.davit.emulator.microsoft.MicrosoftFaults;
import dev.davit.emulator.oauth.Rotation;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Explained;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import dev.davit.testkit.contract.OAuthReturn;
import dev.davit.testkit.memory.FixedCredentials;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody connects; the grant is refreshed, refreshed again, goes through what may go wrong, is
 * used and revoked; meanwhile they connect once more: by an adapter that may be broken.
 */
final class OAuthWalk {
  /** How it ends when nothing is broken. */
  static final String WELL = "well";

  private static final Pattern NUMBER = Pattern.compile("AADSTS\\d+");
  private static final Duration AT_LEAST = Duration.ofMinutes(59);
  private static final Duration AT_MOST = Duration.ofMinutes(91);

  private final MicrosoftEmulator microsoft;
  private final OneDriveProvider provider;
  private final Authentication.OAuth client;
  private final MicrosoftAccount account;
  private String step = "";

  OAuthWalk(MicrosoftEmulator microsoft, OneDriveProvider provider, MicrosoftAccount account) {
    this.microsoft = microsoft;
    this.provider = provider;
    this.client = OAuthTests.client(provider);
    this.account = account;
  }

  /**
   * Walks until something fails.
   *
   * @return the step, what came of it in words or as a kind, and Microsoft's number for that
   */
  String ending() {
    microsoft.clearFaults();
    microsoft.rotation(Rotation.PUNISHES_REUSE);
    try {
      walk();
      return WELL;
    } catch (CloudException e) {
      String reason = e.getCause() instanceof Explained explained ? explained.reason() : "";
      return (step + " " + e.kind() + " " + number(reason)).strip();
    } catch (AssertionError e) {
      return (step + " " + e.getMessage()).strip();
    }
  }

  private void walk() {
    OAuthTokens first = connect();
    OAuthTokens second = refresh("refresh", first);
    OAuthTokens third = refresh("refresh again", second);
    check(!Objects.equals(first.refresh(), second.refresh()), "has the same refresh token");
    check(!third.access().equals(second.access()), "has the same access token");
    check(!connect().access().equals(first.access()), "has the same access token");
    goesWrong(third);
    ForeignTokens.of(account).forEach(this::foreign);
    step = "use";
    provider.open(new FixedCredentials(third)).quotas().orElseThrow().quota();
    microsoft.revoke(account);
    refused("revoked", ErrorKind.TOKEN_REJECTED, () -> client.refresh(third));
  }

  private OAuthTokens connect() {
    Secret code = code();
    step = "exchange";
    Grant grant = client.exchange(code, OAuthTests.VERIFIER, OAuthTests.REDIRECT);
    check(grant.subject().equals(account.tenant().id() + "." + account.oid()), "is another's");
    check(grant.label().equals(account.email()), "has another label");
    return checked((OAuthTokens) grant.credential());
  }

  private Secret code() {
    step = "page";
    URI back = browse(client.authorizationUri(OAuthTests.request(account.email())));
    check(back.getRawQuery() != null, "answers elsewhere than in the query");
    OAuthReturn answer = OAuthReturn.of(back);
    check(answer.error() == null, answer.error() + " " + number(back.toString()));
    check(answer.state().reveal().equals("canary-state"), "has another state");
    return Objects.requireNonNull(answer.code(), "no code");
  }

  private URI browse(URI page) {
    try {
      return microsoft.consent(page, account, Decision.ACCEPT);
    } catch (IllegalStateException e) {
      throw new AssertionError(number(String.valueOf(e.getMessage())), e);
    }
  }

  private OAuthTokens refresh(String name, OAuthTokens old) {
    step = name;
    return checked(client.refresh(old));
  }

  private OAuthTokens checked(OAuthTokens tokens) {
    Instant now = microsoft.clock().instant();
    Instant end = tokens.expiresAt();
    check(client.missingScopes(tokens.scopes()).isEmpty(), "lacks a permission");
    check(tokens.refresh() != null, "has no refresh token");
    check(
        end != null && end.isAfter(now.plus(AT_LEAST)) && end.isBefore(now.plus(AT_MOST)),
        "has another end");
    return tokens;
  }

  private void goesWrong(OAuthTokens tokens) {
    Runnable refresh = () -> client.refresh(tokens);
    microsoft.faults().inject(MicrosoftFaults.token(AadSts.WRONG_SECRET));
    refused("wrong secret", ErrorKind.MISCONFIGURED, refresh);
    microsoft.faults().inject(MicrosoftFaults.errorInsideOk(AadSts.INVALID_GRANT));
    refused("error in a 200", ErrorKind.PROTOCOL, refresh);
    microsoft.faults().inject(MicrosoftFaults.throttled(Duration.ofSeconds(7)));
    refused("too many", ErrorKind.RATE_LIMITED, refresh);
  }

  private void foreign(String name, Fault answer) {
    Secret code = new Secret("any-code");
    microsoft.faults().inject(answer);
    Runnable exchange = () -> client.exchange(code, OAuthTests.VERIFIER, OAuthTests.REDIRECT);
    if (name.equals(ForeignTokens.NONE)) {
      step = name;
      exchange.run();
    } else {
      refused(name, ErrorKind.PROTOCOL, exchange);
    }
  }

  private void refused(String name, ErrorKind kind, Runnable call) {
    step = name;
    try {
      call.run();
    } catch (CloudException e) {
      check(e.kind() == kind, "is " + e.kind());
      return;
    }
    throw new AssertionError("is taken");
  }

  private static void check(boolean good, String otherwise) {
    if (!good) {
      throw new AssertionError(otherwise);
    }
  }

  private static String number(String text) {
    Matcher number = NUMBER.matcher(text);
    return number.find() ? number.group() : "";
  }
}

package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.OAuthClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each section of the OAuth contract fails for clients that break it, and only for those. */
class OAuthMutantsTest {
  /**
   * A client with one thing wrong.
   *
   * @param rule the rule that must find it
   */
  private record Mutant(
      String name, Class<?> section, String rule, UnaryOperator<OAuthClient> change) {
    @Override
    public String toString() {
      return section.getSimpleName() + ": " + name;
    }
  }

  /** What a client does otherwise: gets the method that was called as it should be. */
  private interface Change {
    Object call(Real real, Object[] args) throws Throwable;
  }

  private interface Real {
    Object with(Object... args) throws Throwable;
  }

  static Stream<Mutant> mutants() {
    return Stream.of(
        page("no state", "carriesState", uri -> uri.replaceAll("&state=[^&]*", "")),
        page("plain proof", "carriesState", uri -> uri.replace("=S256", "=plain")),
        page("other redirect", "carriesState", uri -> uri.replace("memory_oauth", "other")),
        page("the secret on the page", "holdsNoSecret", uri -> uri + "&client_secret=x"),
        page("no hint", "proposesAnAccount", uri -> uri.replaceAll("&login_hint=[^&]*", "")),
        mutant(
            "another issuer",
            OAuthPageRules.class,
            "issuer_is",
            "issuer",
            (real, args) -> "https://evil.example"),
        mutant(
            "a code again after a failure",
            OAuthExchangeRules.class,
            "sendsOnce",
            "exchange",
            (real, args) -> again(real, args)),
        exchanged("a subject for each connect", "sameAccount", OAuthMutantsTest::anySubject),
        exchanged("one subject for all", "sameAccount", OAuthMutantsTest::oneSubject),
        exchanged("no expiry", "saysWhen", OAuthMutantsTest::lasting),
        mutant(
            "nothing is ever missing",
            OAuthExchangeRules.class,
            "ofLess",
            "missingScopes",
            (real, args) -> Set.of()),
        failing(
            "a refused code is a dead grant",
            OAuthExchangeRules.class,
            "codeTwice",
            "exchange",
            ErrorKind.INVALID_FLOW,
            ErrorKind.TOKEN_REJECTED),
        failing(
            "every failure is a refused code",
            OAuthExchangeRules.class,
            "sendsOnce",
            "exchange",
            ErrorKind.UNAVAILABLE,
            ErrorKind.INVALID_FLOW),
        mutant(
            "the code in the message",
            OAuthExchangeRules.class,
            "codeThatNobodyGave",
            "exchange",
            (real, args) -> telling(real, args)),
        mutant(
            "the old refresh token is lost",
            OAuthRefreshRules.class,
            "withoutANewRefreshToken",
            "refresh",
            (real, args) -> without((OAuthTokens) real.with(args))),
        mutant(
            "a rotated refresh token is lost",
            OAuthRefreshRules.class,
            "withANewRefreshToken",
            "refresh",
            (real, args) -> keeping((OAuthTokens) real.with(args), (OAuthTokens) args[0])),
        failing(
            "a dead grant is the operator's fault",
            OAuthRefreshRules.class,
            "ofADeadGrant",
            "refresh",
            ErrorKind.TOKEN_REJECTED,
            ErrorKind.MISCONFIGURED),
        failing(
            "the operator's fault is a dead grant",
            OAuthRefreshRules.class,
            "whatever",
            "refresh",
            ErrorKind.MISCONFIGURED,
            ErrorKind.TOKEN_REJECTED),
        failing(
            "too many is unavailable",
            OAuthRefreshRules.class,
            "whatever",
            "refresh",
            ErrorKind.RATE_LIMITED,
            ErrorKind.UNAVAILABLE),
        mutant(
            "nothing is revoked",
            OAuthRevokeRules.class,
            "endsTheGrant",
            "revoke",
            (real, args) -> ""),
        failing(
            "what can't be revoked now is done",
            OAuthRevokeRules.class,
            "CannotBeDoneNow",
            "revoke",
            ErrorKind.UNAVAILABLE,
            null));
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void aMutant_isFoundByItsRule(Mutant mutant) {
    assertThat(Section.oauthFailures(mutant.section(), () -> new MemoryOAuthSetup(mutant.change())))
        .anyMatch(rule -> rule.contains(mutant.rule()));
  }

  @Test
  void everySection_hasMutants() {
    assertThat(mutants().map(Mutant::section).collect(Collectors.toSet()))
        .isEqualTo(Set.of(OAuthContract.class.getInterfaces()));
  }

  private static Mutant mutant(
      String name, Class<?> section, String rule, String method, Change change) {
    return new Mutant(name, section, rule, client -> changed(client, method, change));
  }

  private static Mutant page(String name, String rule, UnaryOperator<String> change) {
    return mutant(
        name,
        OAuthPageRules.class,
        rule,
        "authorizationUri",
        (real, args) -> URI.create(change.apply(real.with(args).toString())));
  }

  private static Mutant exchanged(String name, String rule, UnaryOperator<Grant> change) {
    return mutant(
        name,
        OAuthExchangeRules.class,
        rule,
        "exchange",
        (real, args) -> change.apply((Grant) real.with(args)));
  }

  /** Says another kind than it should; null for no failure at all. */
  private static Mutant failing(
      String name,
      Class<?> section,
      String rule,
      String method,
      ErrorKind right,
      @Nullable ErrorKind wrong) {
    return mutant(name, section, rule, method, (real, args) -> failing(real, args, right, wrong));
  }

  private static Object failing(
      Real real, Object[] args, ErrorKind right, @Nullable ErrorKind wrong) throws Throwable {
    try {
      return real.with(args);
    } catch (CloudException failure) {
      if (failure.kind() != right) {
        throw failure;
      }
      if (wrong == null) {
        return "";
      }
      throw new CloudException(wrong, "Something else.");
    }
  }

  private static Object again(Real real, Object[] args) throws Throwable {
    try {
      return real.with(args);
    } catch (CloudException failure) {
      return real.with(args);
    }
  }

  private static Object telling(Real real, Object[] args) throws Throwable {
    try {
      return real.with(args);
    } catch (CloudException failure) {
      throw new CloudException(
          failure.kind(), "The code " + ((Secret) args[0]).reveal() + " is bad.");
    }
  }

  private static Grant anySubject(Grant grant) {
    String access = OAuthFixture.tokens(grant).access().reveal();
    return new Grant(grant.credential(), "subject of " + access, grant.label(), grant.scopes());
  }

  private static Grant oneSubject(Grant grant) {
    return new Grant(grant.credential(), "subject", grant.label(), grant.scopes());
  }

  private static Grant lasting(Grant grant) {
    OAuthTokens tokens = OAuthFixture.tokens(grant);
    OAuthTokens changed = new OAuthTokens(tokens.access(), tokens.refresh(), null, tokens.scopes());
    return new Grant(changed, grant.subject(), grant.label(), grant.scopes());
  }

  private static OAuthTokens without(OAuthTokens tokens) {
    return new OAuthTokens(tokens.access(), null, tokens.expiresAt(), tokens.scopes());
  }

  private static OAuthTokens keeping(OAuthTokens tokens, OAuthTokens old) {
    return new OAuthTokens(tokens.access(), old.refresh(), tokens.expiresAt(), tokens.scopes());
  }

  private static OAuthClient changed(OAuthClient client, String name, Change change) {
    Object proxy =
        Proxy.newProxyInstance(
            OAuthClient.class.getClassLoader(),
            new Class<?>[] {OAuthClient.class},
            (self, method, args) -> {
              Object[] given = args == null ? new Object[0] : args;
              return result(
                  method,
                  method.getName().equals(name)
                      ? change.call(others -> invoke(client, method, others), given)
                      : invoke(client, method, given));
            });
    return (OAuthClient) proxy;
  }

  private static @Nullable Object result(Method method, Object answer) {
    return method.getReturnType() == void.class ? null : answer;
  }

  private static Object invoke(OAuthClient client, Method method, Object[] args) throws Throwable {
    try {
      Object answer = method.invoke(client, args);
      return answer == null ? "" : answer;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}

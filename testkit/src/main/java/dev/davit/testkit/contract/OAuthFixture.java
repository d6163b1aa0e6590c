package dev.davit.testkit.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.OAuthClient;
import dev.davit.ports.storage.OAuthClient.AuthorizationRequest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the rules for OAuth clients are tried on, and the few words that they are written in. */
interface OAuthFixture {
  /** As long as PKCE asks for, and unlike anything else. */
  Secret VERIFIER = new Secret("proof-of-a-key-that-nothing-may-show-0123456789");

  Secret STATE = new Secret("state-that-nothing-may-show-but-the-page-012345");

  OAuthSetup setup();

  default OAuthClient client() {
    return setup().client();
  }

  /** Where the user is sent. */
  default URI page() {
    return client()
        .authorizationUri(
            new AuthorizationRequest(STATE, s256(VERIFIER), setup().redirectUri(), null));
  }

  /** The code of a user who allows all. */
  default Secret code(int user) {
    return Objects.requireNonNull(setup().allow(page(), user).code(), "no code");
  }

  /** The code of a user who allows less than is needed. */
  default Secret codeOfLess(int user) {
    return Objects.requireNonNull(setup().allowLess(page(), user).code(), "no code");
  }

  default Grant exchange(Secret code) {
    return client().exchange(code, VERIFIER, setup().redirectUri());
  }

  /** An account that was just connected. */
  default Grant connected(int user) {
    return exchange(code(user));
  }

  static OAuthTokens tokens(Grant grant) {
    assertThat(grant.credential()).isInstanceOf(OAuthTokens.class);
    return (OAuthTokens) grant.credential();
  }

  static Secret refreshToken(OAuthTokens tokens) {
    return Objects.requireNonNull(tokens.refresh(), "no refresh token");
  }

  /** Holds that a call fails with one of these kinds and shows none of these secrets. */
  default CloudException assertFails(
      ThrowingCallable call, Iterable<ErrorKind> kinds, Secret... used) {
    CloudException failure = catchThrowableOfType(CloudException.class, call);
    assertThat(failure).as("a failure").isNotNull();
    StringWriter log = new StringWriter();
    failure.printStackTrace(new PrintWriter(log));
    Stream<String> secrets =
        Stream.concat(
            Stream.concat(Stream.of(used), Stream.of(VERIFIER, STATE)).map(Secret::reveal),
            setup().secrets().stream());
    assertThat(log.toString()).doesNotContain(secrets.toList());
    assertThat(failure.getMessage()).isNotBlank();
    assertThat(failure.kind()).as("kind of: %s", failure.getMessage()).isIn(kinds);
    return failure;
  }

  /** As {@link #assertFails(ThrowingCallable, Iterable, Secret...)}, with one kind. */
  default CloudException assertFails(ErrorKind kind, ThrowingCallable call, Secret... used) {
    return assertFails(call, List.of(kind), used);
  }

  /** The challenge of a verifier (RFC 7636, 4.2). */
  static String s256(Secret verifier) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest.digest(verifier.reveal().getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}

package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.oauth.Rotation;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.OAuthClient;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of Google's OAuth at the emulator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OAuthTests {
  static final URI REDIRECT = URI.create("http://127.0.0.1:9/api/cloud/oauth/callback");
  static final Secret VERIFIER = new Secret("canary-verifier-".repeat(4));
  private static final Secret STATE = new Secret("canary-state");

  private @Nullable Googles started;
  private @Nullable DriveProvider opened;

  @BeforeAll
  final void start(@TempDir Path folder) {
    started = Googles.start(folder);
    opened = googles().provider();
  }

  @AfterAll
  final void stop() {
    provider().close();
    googles().close();
  }

  @BeforeEach
  final void calm() {
    googles().google().clearFaults();
    googles().google().rotation(Rotation.NONE);
    googles().google().requests().clear();
  }

  /** Holds the kind, and that nothing that a log would have of it is a secret. */
  static void assertFails(ErrorKind kind, ThrowingCallable call, @Nullable Secret... secrets) {
    CloudException failure = catchThrowableOfType(CloudException.class, call);
    assertThat(failure).isNotNull();
    assertThat(failure.kind()).as("%s", failure).isEqualTo(kind);
    StringWriter log = new StringWriter();
    failure.printStackTrace(new PrintWriter(log));
    assertThat(log.toString()).doesNotContain("canary", "GOCSPX");
    for (Secret secret : secrets) {
      assertThat(secret == null || !log.toString().contains(secret.reveal())).isTrue();
    }
  }

  final Grant connect(GoogleAccount account, Decision decision) {
    return client().exchange(code(account, decision), VERIFIER, REDIRECT);
  }

  final Secret code(GoogleAccount account, Decision decision) {
    URI back = googles().google().consent(authorization(account.email()), account, decision);
    return new Secret(query(back).getOrDefault("code", ""));
  }

  final URI authorization(@Nullable String account) {
    return client().authorizationUri(request(account));
  }

  static OAuthClient.AuthorizationRequest request(@Nullable String account) {
    return new OAuthClient.AuthorizationRequest(STATE, challenge(), REDIRECT, account);
  }

  static String challenge() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(VERIFIER.reveal().getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, String> query(URI uri) {
    return Arrays.stream(uri.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  final Authentication.OAuth client() {
    return (Authentication.OAuth) provider().authentication();
  }

  final Googles googles() {
    return Objects.requireNonNull(started);
  }

  final DriveProvider provider() {
    return Objects.requireNonNull(opened);
  }
}

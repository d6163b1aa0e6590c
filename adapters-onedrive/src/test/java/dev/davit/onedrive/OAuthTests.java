package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.emulator.microsoft.Decision;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.oauth.Rotation;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.OAuthClient.AuthorizationRequest;
import dev.davit.testkit.contract.OAuthReturn;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of Microsoft's OAuth at the emulator. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OAuthTests {
  static final String TOKEN = "/oauth2/v2.0/token";
  static final URI REDIRECT = URI.create("http://127.0.0.1:9/api/cloud/oauth/callback/onedrive");

  /** The verifier of RFC 7636, Appendix B, and its challenge. */
  static final Secret VERIFIER = new Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private @Nullable Microsofts started;
  private @Nullable OneDriveProvider opened;

  @BeforeAll
  final void start(@TempDir Path folder) {
    started = Microsofts.start(folder);
    opened = provider(microsofts().settings());
  }

  @AfterAll
  final void stop() {
    Objects.requireNonNull(opened).close();
    microsofts().close();
  }

  @BeforeEach
  final void calm() {
    microsofts().microsoft().clearFaults();
    microsofts().microsoft().rotation(Rotation.KEEPS_OLD);
    microsofts().microsoft().requests().clear();
  }

  final OneDriveProvider provider(OneDriveSettings settings) {
    return new OneDriveProvider(settings, microsofts().microsoft().clock());
  }

  final Microsofts microsofts() {
    return Objects.requireNonNull(started);
  }

  final Authentication.OAuth client() {
    return client(Objects.requireNonNull(opened));
  }

  static Authentication.OAuth client(OneDriveProvider provider) {
    return (Authentication.OAuth) provider.authentication();
  }

  static AuthorizationRequest request(@Nullable String account) {
    return new AuthorizationRequest(new Secret("canary-state"), CHALLENGE, REDIRECT, account);
  }

  /** The code of an account that accepts. */
  final Secret code(MicrosoftAccount account) {
    URI page = client().authorizationUri(request(null));
    URI back = microsofts().microsoft().consent(page, account, Decision.ACCEPT);
    return Objects.requireNonNull(OAuthReturn.of(back).code(), "no code");
  }

  final Grant connect(MicrosoftAccount account) {
    return client().exchange(code(account), VERIFIER, REDIRECT);
  }

  /** How often the token endpoint was asked. */
  final int asked() {
    return microsofts().microsoft().requests().count("POST", TOKEN);
  }

  /** Holds the kind, and that nothing that a log would have of it is a secret. */
  static CloudException assertFails(
      ErrorKind kind, ThrowingCallable call, @Nullable Secret... secrets) {
    CloudException failure = catchThrowableOfType(CloudException.class, call);
    assertThat(failure).as("a failure").isNotNull();
    StringWriter log = new StringWriter();
    failure.printStackTrace(new PrintWriter(log));
    assertThat(failure.kind()).as("%s", log).isEqualTo(kind);
    assertThat(log.toString()).doesNotContain("canary", "dAv8Q", "Trace ID", "Exception: AADSTS");
    for (Secret secret : secrets) {
      assertThat(secret == null || !log.toString().contains(secret.reveal())).isTrue();
    }
    return failure;
  }
}

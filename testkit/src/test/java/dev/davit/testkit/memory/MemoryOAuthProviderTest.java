package dev.davit.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.OAuthClient.AuthorizationRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Tokens open storages as long as they are good, and no longer. */
class MemoryOAuthProviderTest {
  private static final URI REDIRECT = URI.create("https://davit.example/callback");
  private static final Secret VERIFIER = new Secret("a-proof-as-long-as-they-have-to-be-0123456");

  private final TestClock clock = new TestClock();
  private final MemoryOAuthProvider provider = MemoryOAuthProvider.at(clock);
  private final MemoryOAuth oauth = provider.oauth();
  private final Authentication.OAuth client = (Authentication.OAuth) provider.authentication();

  private OAuthTokens connect(Set<String> scopes) {
    oauth.addAccount("ann");
    return (OAuthTokens) client.exchange(code(scopes), VERIFIER, REDIRECT).credential();
  }

  private Secret code(Set<String> scopes) {
    URI page =
        client.authorizationUri(
            new AuthorizationRequest(
                new Secret("state"), Pkce.s256(VERIFIER.reveal()), REDIRECT, null));
    return Objects.requireNonNull(oauth.consent(page, "ann", scopes).code());
  }

  private void use(OAuthTokens tokens) {
    provider.open(new FixedCredentials(tokens)).stat(EntryId.ROOT);
  }

  private static void assertFails(ErrorKind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            CloudException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
  }

  @Test
  void open_withATokenThatIsGood_thenExpired_thenRenewed() {
    OAuthTokens tokens = connect(MemoryOAuth.SCOPES);
    use(tokens);
    clock.advance(Duration.ofHours(1));

    assertFails(ErrorKind.REAUTH_REQUIRED, () -> use(tokens));
    use(client.refresh(tokens));
    assertThat(oauth.refreshes()).isEqualTo(1);
  }

  @Test
  void open_tokenRefused_asksForANewerOnce() {
    OAuthTokens tokens = connect(MemoryOAuth.SCOPES);
    clock.advance(Duration.ofHours(1));
    CredentialSource renewing =
        new CredentialSource() {
          @Override
          public VersionedCredential current() {
            return new VersionedCredential(1, tokens);
          }

          @Override
          public VersionedCredential rejected(long version) {
            return new VersionedCredential(version + 1, client.refresh(tokens));
          }
        };

    assertThat(provider.open(renewing).stat(EntryId.ROOT).isFolder()).isTrue();
    oauth.lifetime(Duration.ZERO);
    assertFails(ErrorKind.TOKEN_REJECTED, () -> provider.open(renewing).stat(EntryId.ROOT));
  }

  @Test
  void open_withoutTheScope_orAfterRevocation_isRefused() {
    OAuthTokens less = connect(Set.of(MemoryOAuth.PROFILE));
    OAuthTokens all = connect(MemoryOAuth.SCOPES);

    assertFails(ErrorKind.REAUTH_REQUIRED, () -> use(less));
    client.revoke(less);
    assertFails(ErrorKind.REAUTH_REQUIRED, () -> use(all));
    assertThat(oauth.revokes()).isEqualTo(1);
    assertThat(oauth.alive("ann")).isZero();
  }

  @Test
  void refresh_withAUsedUpToken_endsTheFamilyWhereThatIsPunished() {
    oauth.rotate(true);
    oauth.punishReuse(true);
    OAuthTokens first = connect(MemoryOAuth.SCOPES);
    OAuthTokens second = client.refresh(first);
    use(second);

    assertFails(ErrorKind.TOKEN_REJECTED, () -> client.refresh(first));
    assertFails(ErrorKind.TOKEN_REJECTED, () -> client.refresh(second));
    assertFails(ErrorKind.REAUTH_REQUIRED, () -> use(second));
    assertThat(oauth.punished()).isEqualTo(1);
  }

  @Test
  void exchange_ofACodeThatWasUsed_endsWhatCameOfIt() {
    oauth.addAccount("ann");
    Secret code = code(MemoryOAuth.SCOPES);
    OAuthTokens tokens = (OAuthTokens) client.exchange(code, VERIFIER, REDIRECT).credential();
    use(tokens);

    assertFails(ErrorKind.INVALID_FLOW, () -> client.exchange(code, VERIFIER, REDIRECT));
    assertFails(ErrorKind.REAUTH_REQUIRED, () -> use(tokens));
    assertThat(oauth.punished()).isEqualTo(1);
  }

  @Test
  void refreshTokens_areAsTheTestSays() {
    oauth.refreshTokenOnce(true);
    assertThat(connect(MemoryOAuth.SCOPES).refresh()).isNotNull();
    assertThat(connect(MemoryOAuth.SCOPES).refresh()).isNull();
    oauth.withdraw("ann");
    assertThat(connect(MemoryOAuth.SCOPES).refresh()).isNotNull();
    oauth.noRefreshToken(true);
    assertThat(connect(MemoryOAuth.SCOPES).refresh()).isNull();
  }
}

package dev.davit;

import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.store.Connection.Status;
import dev.davit.ports.store.CredentialStore;
import dev.davit.testkit.memory.MemoryOAuth;
import dev.davit.testkit.memory.MemoryOAuthFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When tokens are refreshed, and what becomes of the answer. */
public class RefreshTest extends RefreshFlow {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void tokens_thatLiveForAWhile_areLeftAlone() {
    house.clock.advance(HOUR.minusSeconds(61));

    stat();

    assertThat(asked()).isZero();
    assertThat(row().version()).isEqualTo(1);
  }

  @Test
  void tokens_aboutToExpire_areRefreshedUnseen_once() {
    Instant end = house.clock.instant().plus(HOUR);
    assertThat(tokens().expiresAt()).isEqualTo(end);
    house.clock.advance(HOUR.minusSeconds(60));

    stat();
    stat();

    assertThat(asked()).isEqualTo(1);
    assertThat(row()).usingRecursiveComparison().ignoringFields("sealed").isEqualTo(free(2));
    assertThat(tokens().expiresAt()).isEqualTo(end.plus(HOUR).minusSeconds(60));
    assertThat(house.watcher.calls).contains("refresh");
    assertThat(house.changes()).containsExactly("connection.connected");
  }

  private CredentialStore.Row free(long version) {
    return new CredentialStore.Row(version, row().sealed(), null, null);
  }

  @Test
  void tokens_thatExpired_areRefreshedUnseen() {
    expire();

    stat();

    assertThat(asked()).isEqualTo(1);
    assertThat(now().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void tokens_thatLiveShorterThanTheyAreRefreshedAhead_areRefreshedOnceALife() {
    far.lifetime(Duration.ofSeconds(30));
    expire();

    for (int second = 0; second < 30; second++) {
      stat();
      house.clock.advance(SECOND);
    }

    assertThat(asked()).isEqualTo(1);
    stat();
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void tokens_theProviderRefuses_areRefreshedOnce_andTheCallIsMadeAgain() {
    far.expire("ann");

    stat();

    assertThat(asked()).isEqualTo(1);
    assertThat(row().version()).isEqualTo(2);
    assertThat(now().status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void rejected_ofAVersionThatIsNotTheLast_asksNobody() {
    CredentialSource source = source();
    VersionedCredential second = source.rejected(1);
    house.stores.downAfter(0);

    assertThat(source.rejected(1)).isEqualTo(second);
    assertThat(source.current()).isEqualTo(second);
    assertThat(second.version()).isEqualTo(2);
    assertThat(asked()).isEqualTo(1);
  }

  @Test
  void tokens_refusedAlthoughTheyAreNew_areNotRefreshedForEver_andNoGrantIsDead() {
    house.hookedOAuth.client().answers =
        fresh -> with(fresh, new Secret("refused"), fresh.scopes());
    far.expire("ann");

    CloudException failure = failure(this::stat);

    assertThat(failure.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    assertThat(asked()).isEqualTo(1);
    assertThat(now().status()).isEqualTo(Status.ACTIVE);
    assertThat(house.changes()).containsExactly("connection.connected");
  }

  @Test
  void source_ofALongUpload_handsOutNewTokensWhenTheOldOnesEnd() {
    CredentialSource source = source();
    VersionedCredential first = source.current();
    house.clock.advance(HOUR.minusSeconds(61));
    assertThat(source.current()).isEqualTo(first);
    house.clock.advance(SECOND);

    VersionedCredential second = source.current();
    house.clock.advance(HOUR);
    VersionedCredential third = source.current();

    assertThat(second.version()).isEqualTo(2);
    assertThat(third.version()).isEqualTo(3);
    assertThat(third.credential()).isEqualTo(tokens());
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void ahead_whateverIsNotFinal_goesOnWithTheTokensThatLive() {
    for (CloudException failure :
        new CloudException[] {
          MemoryOAuthFaults.unavailable(),
          MemoryOAuthFaults.invalidClient(),
          new CloudException(ErrorKind.PROTOCOL, "Not JSON."),
          new CloudException(ErrorKind.RATE_LIMITED, "Too often.")
        }) {
      far.faults().mend();
      house.clock.advance(HOUR);
      stat();
      house.clock.advance(HOUR.minusSeconds(60));
      far.faults().fail("refresh", failure);
      long version = row().version();

      stat();
      int once = asked();
      stat();

      assertThat(row().version()).as("%s", failure.kind()).isEqualTo(version);
      assertThat(asked()).as("%s", failure.kind()).isEqualTo(once);
      house.clock.advance(Duration.ofSeconds(10));
      stat();
      assertThat(asked()).as("%s", failure.kind()).isGreaterThan(once);
    }
    assertThat(now().status()).isEqualTo(Status.ACTIVE);
    assertThat(house.changes()).containsExactly("connection.connected");
  }

  @Test
  void ahead_failingUntilTheTokensEnd_failsThen() {
    house.clock.advance(HOUR.minusSeconds(60));
    far.faults().fail("refresh", MemoryOAuthFaults.unavailable());
    stat();

    house.clock.advance(Duration.ofSeconds(60));

    assertThat(failure(this::stat).kind()).isEqualTo(ErrorKind.UNAVAILABLE);
  }

  @Test
  void ahead_grantDead_isSaid() {
    CredentialSource source = source();
    house.clock.advance(HOUR.minusSeconds(60));
    far.faults().failNext("refresh", 1, MemoryOAuthFaults.invalidGrant());

    assertThat(failure(source::current).kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(now().statusReason()).isEqualTo("grant_dead");
  }

  @Test
  void R6_answerWithoutRefreshToken_keepsTheOldOne() {
    Secret kept = tokens().refresh();
    house.hookedOAuth.client().answers =
        fresh -> new OAuthTokens(fresh.access(), null, fresh.expiresAt(), fresh.scopes());

    for (int version = 2; version <= 4; version++) {
      expire();
      stat();

      assertThat(tokens().refresh()).isEqualTo(kept);
      assertThat(row().version()).isEqualTo(version);
    }
  }

  @Test
  void R6_answerWithANewRefreshToken_replacesTheOldOneInTheSameWrite() {
    far.rotate(true);
    far.punishReuse(true);

    for (int version = 2; version <= 4; version++) {
      OAuthTokens before = tokens();
      expire();
      stat();

      assertThat(tokens().refresh()).isNotEqualTo(before.refresh());
      assertThat(tokens().access()).isNotEqualTo(before.access());
      assertThat(row().version()).isEqualTo(version);
    }
    assertThat(far.punished()).isZero();
    assertThat(far.refreshes()).isEqualTo(3);
  }

  @Test
  void answer_withLessScope_isKeptAsAnswered_andOneWithNone_asItWas() {
    assertThat(tokens().scopes()).isEqualTo(MemoryOAuth.SCOPES);
    Set<String> less = Set.of(MemoryOAuth.FILES);
    house.hookedOAuth.client().answers = fresh -> with(fresh, fresh.access(), less);
    expire();
    stat();
    assertThat(tokens().scopes()).isEqualTo(less);

    house.hookedOAuth.client().answers = fresh -> with(fresh, fresh.access(), Set.of());
    expire();
    stat();
    assertThat(tokens().scopes()).isEqualTo(less);
  }

  private static OAuthTokens with(OAuthTokens fresh, Secret access, Set<String> scopes) {
    return new OAuthTokens(access, fresh.refresh(), fresh.expiresAt(), scopes);
  }

  @Test
  void tokens_withoutRefreshToken_areUsedToTheirEnd_thenTheGrantIsDead() {
    store(withoutRefreshToken(house.clock.instant().plusSeconds(30)));
    stat();
    house.clock.advance(Duration.ofSeconds(30));

    assertThat(failure(this::stat).kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(asked()).isZero();
    assertThat(now().statusReason()).isEqualTo("grant_dead");
    assertThat(house.actions())
        .containsExactly("connection.connected", "connection.requires_reauth");
  }

  @Test
  void tokens_withoutAnEnd_areUsedUntilTheyAreRefused() {
    store(new OAuthTokens(tokens().access(), tokens().refresh(), null, tokens().scopes()));
    house.clock.advance(HOUR.minusSeconds(1));
    stat();
    assertThat(asked()).isZero();
    house.clock.advance(SECOND);

    stat();

    assertThat(asked()).isEqualTo(1);
  }

  private OAuthTokens withoutRefreshToken(@Nullable Instant end) {
    return new OAuthTokens(tokens().access(), null, end, tokens().scopes());
  }
}

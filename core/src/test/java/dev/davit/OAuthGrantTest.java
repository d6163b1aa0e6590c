package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.answer;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import org.junit.jupiter.api.Test;

/** What was granted: too little, without a refresh token, of the same or another account. */
public class OAuthGrantTest extends OAuthFlowTest {
  @Test
  void O6_missingScope_firstConnect_noRow_userIsTold_grantIsRevoked() {
    OAuthAnswer answer = consentedToLess("ann");

    CloudException failure = failure(() -> finish(answer));

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_DENIED);
    assertThat(failure.hints().reason()).isEqualTo("missing_scope");
    assertThat(anns()).isEmpty();
    assertThat(far.revokes()).isEqualTo(1);
    assertThat(house.actions()).containsExactly("oauth.refused");
    assertThat(house.audit().get(0).outcome()).isEqualTo("missing_scope");
  }

  @Test
  void O6_missingScope_firstConnectOfASharedAccount_revokesNothing() {
    house.connectOAuth(BOB, "ann");
    OAuthAnswer answer = consentedToLess("ann");

    assertThat(failure(() -> finish(answer)).hints().reason()).isEqualTo("missing_scope");
    assertThat(anns()).isEmpty();
    assertThat(far.faults().calls("revoke")).isZero();
  }

  @Test
  void O6_missingScope_reconnect_requiresReauthWithTheReason() {
    Connection known = house.connectOAuth(ANN, "ann");
    OAuthAnswer answer = consentedToLess("ann");

    CloudException failure = failure(() -> finish(answer));

    assertThat(failure.kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(failure.hints().reason()).isEqualTo("missing_scope");
    assertThat(failure.hints().connection()).isEqualTo(known.id());
    assertThat(anns())
        .singleElement()
        .satisfies(
            now -> {
              assertThat(now.id()).isEqualTo(known.id());
              assertThat(now.status()).isEqualTo(Status.REQUIRES_REAUTH);
              assertThat(now.statusReason()).isEqualTo("missing_scope");
            });
    assertThat(far.faults().calls("revoke")).isZero();
    assertThat(house.actions())
        .containsExactly("connection.connected", "connection.requires_reauth", "oauth.refused");
    assertThat(house.connectOAuth(ANN, "ann").status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void O6_noRefreshToken_keepsTheOldOne() {
    Connection known = house.connectOAuth(ANN, "ann");
    OAuthTokens before = house.tokens(known);
    far.refreshTokenOnce(true);

    Connection renewed = house.connectOAuth(ANN, "ann");

    assertThat(renewed.id()).isEqualTo(known.id());
    assertThat(house.tokens(renewed).refresh()).isNotNull().isEqualTo(before.refresh());
    assertThat(house.tokens(renewed).access()).isNotEqualTo(before.access());
    assertThat(house.credentialVersion(known.id())).isEqualTo(2);
  }

  /** Ann's account, whose grant she has withdrawn at the provider, and we know. */
  private Connection dead() {
    Connection known = house.connectOAuth(ANN, "ann");
    far.withdraw("ann");
    house.davit.connections().check(ANN, known.id());
    assertThat(anns()).extracting(Connection::status).containsExactly(Status.REQUIRES_REAUTH);
    return known;
  }

  @Test
  void O6_noRefreshToken_andTheOldOneIsDead_isRefused() {
    Connection known = dead();
    String reason = anns().get(0).statusReason();
    far.noRefreshToken(true);
    OAuthAnswer answer = consented("ann");

    CloudException failure = failure(() -> finish(answer));

    assertThat(failure.kind()).isEqualTo(ErrorKind.REAUTH_REQUIRED);
    assertThat(failure.hints().reason()).isEqualTo("no_refresh_token");
    assertThat(failure.hints().connection()).isEqualTo(known.id());
    assertThat(anns()).extracting(Connection::statusReason).containsExactly(reason);
    far.noRefreshToken(false);
    assertThat(house.connectOAuth(ANN, "ann").status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void O6_deadGrantThenMissingScope_theOldRefreshTokenIsForgotten() {
    Connection known = dead();
    OAuthAnswer less = consentedToLess("ann");
    assertThat(failure(() -> finish(less)).hints().reason()).isEqualTo("missing_scope");
    assertThat(house.tokens(known).refresh()).isNull();
    far.noRefreshToken(true);
    OAuthAnswer answer = consented("ann");

    assertThat(failure(() -> finish(answer)).hints().reason()).isEqualTo("no_refresh_token");
    assertThat(anns()).extracting(Connection::statusReason).containsExactly("missing_scope");
  }

  @Test
  void O6_grantThatDiesWhileAScopeIsMissing_itsRefreshTokenIsNotKept() {
    Connection known = house.connectOAuth(ANN, "ann");
    OAuthAnswer less = consentedToLess("ann");
    assertThat(failure(() -> finish(less)).hints().reason()).isEqualTo("missing_scope");
    far.withdraw("ann");
    house.davit.connections().check(ANN, known.id());
    int audited = house.audit().size();
    assertThat(anns()).extracting(Connection::statusReason).containsExactly("grant_dead");
    far.noRefreshToken(true);
    OAuthAnswer answer = consented("ann");

    assertThat(failure(() -> finish(answer)).hints().reason()).isEqualTo("no_refresh_token");
    assertThat(anns()).extracting(Connection::status).containsExactly(Status.REQUIRES_REAUTH);
    assertThat(house.audit()).hasSize(audited + 1);
  }

  @Test
  void O6_noRefreshToken_firstConnect_isRefused_andRevoked() {
    far.noRefreshToken(true);
    OAuthAnswer answer = consented("ann");

    CloudException failure = failure(() -> finish(answer));

    assertThat(failure.kind()).isEqualTo(ErrorKind.PROVIDER_DENIED);
    assertThat(failure.hints().reason()).isEqualTo("no_refresh_token");
    assertThat(anns()).isEmpty();
    assertThat(far.alive("ann")).isZero();
    assertThat(house.audit().get(0).outcome()).isEqualTo("no_refresh_token");
  }

  @Test
  void O6_reconnectAfterADeadGrant_isActiveAgain() {
    Connection known = dead();

    Connection renewed = house.connectOAuth(ANN, "ann");

    assertThat(renewed.id()).isEqualTo(known.id());
    assertThat(renewed.status()).isEqualTo(Status.ACTIVE);
    assertThat(renewed.statusReason()).isNull();
    assertThat(renewed.listingEpoch()).isGreaterThan(known.listingEpoch());
    assertThat(house.davit.connections().check(ANN, known.id()).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void O6_anotherAccount_isASecondConnection_neverASwap() {
    Connection first = house.connectOAuth(ANN, "ann");
    StartedOAuth again = oauth.start(ANN, OAUTH, binding, first.id());

    Connection second = finish(answer(far.consent(again.page(), "ann2")));

    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(anns()).containsExactlyInAnyOrder(first, second);
  }
}

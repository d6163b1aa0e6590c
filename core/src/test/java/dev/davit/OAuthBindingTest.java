package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.answer;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Connection.Status;
import org.junit.jupiter.api.Test;

/**
 * A connect belongs to the browser that began it: otherwise whoever begins one could have a victim
 * consent, and get the victim's drive.
 */
public class OAuthBindingTest extends OAuthFlowTest {
  @Test
  void O2_noCookie_exchangesNothing_writesNothing_isAudited() {
    OAuthAnswer answer = consented("bob");

    assertNoSuchFlow(answer, null);
    assertThat(anns()).isEmpty();
    assertThat(house.actions()).containsExactly("oauth.binding_mismatch");
    assertThat(personal().owner()).isEqualTo(house.ann().key());
    assertNoSuchFlow(answer, binding);
  }

  @Test
  void O2_anotherBrowsersCookie_isAsNone() {
    OAuthAnswer answer = consented("bob");

    assertNoSuchFlow(answer, oauth.newBinding());
    assertThat(anns()).isEmpty();
    assertThat(house.actions()).containsExactly("oauth.binding_mismatch");
    assertNoSuchFlow(answer, binding);
  }

  @Test
  void O2_anotherUsersSession_isRefused() {
    OAuthAnswer answer = consented("bob");

    CloudException failure = failure(() -> oauth.finish(answer, binding, BOB));

    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(sent()).isZero();
    assertThat(anns()).isEmpty();
    assertThat(house.davit.connections().list(BOB)).isEmpty();
    assertThat(house.actions()).containsExactly("oauth.binding_mismatch");
    assertThat(personal().actor()).isEqualTo("bob");
  }

  @Test
  void O2_ownSession_isWelcome() {
    OAuthAnswer answer = consented("ann");

    assertThat(oauth.finish(answer, binding, ANN).status()).isEqualTo(Status.ACTIVE);
  }

  @Test
  void O2_twoTabs_eachHasItsOwnBinding() {
    Secret second = oauth.newBinding();
    StartedOAuth first = start();
    StartedOAuth other = oauth.start(ANN, OAUTH, second);
    OAuthAnswer firstAnswer = answer(far.consent(first.page(), "ann"));
    OAuthAnswer otherAnswer = answer(far.consent(other.page(), "ann2"));

    assertThat(first.flow()).isNotEqualTo(other.flow());
    Connection made = oauth.finish(otherAnswer, second, "");
    assertThat(anns()).containsExactly(made);
    assertThat(anns()).hasSize(1).doesNotContain(finish(firstAnswer));
    assertThat(anns()).hasSize(2);
  }
}

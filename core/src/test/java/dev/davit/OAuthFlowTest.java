package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.answer;
import static dev.davit.TestHouse.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.store.AuditEntry;
import dev.davit.ports.store.Connection;
import dev.davit.testkit.memory.MemoryOAuth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the tests of connecting by OAuth are written in: Ann's browser, and its binding. */
abstract class OAuthFlowTest extends FlowTest {
  final OAuth oauth = house.davit.oauth();
  final MemoryOAuth far = house.oauth.oauth();
  final Secret binding = oauth.newBinding();

  StartedOAuth start() {
    return oauth.start(ANN, OAUTH, binding);
  }

  /** What comes back after Ann has begun and somebody has consented, with his account. */
  OAuthAnswer consented(String account) {
    return answer(far.consent(start().page(), account));
  }

  /** As {@link #consented}, but he left out what is needed. */
  OAuthAnswer consentedToLess(String account) {
    return answer(far.consent(start().page(), account, Set.of(MemoryOAuth.PROFILE)));
  }

  Connection finish(OAuthAnswer answer) {
    return oauth.finish(answer, binding, "request-2");
  }

  List<Connection> anns() {
    return house.davit.connections().list(ANN);
  }

  int sent() {
    return far.faults().calls("exchange");
  }

  /** Who and what the first audit entry is about. */
  AuditEntry.Personal personal() {
    return Objects.requireNonNull(house.audit().get(0).personal());
  }

  /** Holds that a call is refused as an unknown flow is, before the provider is asked. */
  void assertNoSuchFlow(OAuthAnswer answer, @Nullable Secret brought) {
    int before = sent();
    CloudException failure = failure(() -> oauth.finish(answer, brought, "request-2"));
    assertThat(failure.kind()).isEqualTo(ErrorKind.INVALID_FLOW);
    assertThat(sent()).isEqualTo(before);
  }
}

package dev.davit;

import static dev.davit.TestHouse.ANN;
import static dev.davit.TestHouse.BOB;
import static dev.davit.TestHouse.OAUTH;
import static dev.davit.TestHouse.answer;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.store.Connection;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The secrets of connects go in and come out nowhere: states, codes, verifiers, bindings, handles
 * and tokens.
 */
public class OAuthCanaryTest extends OAuthFlowTest {
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final Logger logger = Logger.getLogger("dev.davit");
  private final Handler ears =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          see(line.getMessage());
          see(line.getParameters() == null ? "" : List.of(line.getParameters()));
          see(line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    logger.addHandler(ears);
    logger.setLevel(Level.ALL);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(ears);
    logger.setLevel(null);
  }

  private void see(@Nullable Object something) {
    seen.add(String.valueOf(something));
  }

  private void seeFailure(ThrowingCallable call) {
    StringWriter trace = new StringWriter();
    catchThrowable(call).printStackTrace(new PrintWriter(trace));
    see(trace);
  }

  private void seeFlows() {
    house
        .flows
        .kept()
        .forEach((key, flow) -> see(key + new String(flow.sealed().toArray(), ISO_8859_1)));
  }

  @Test
  void O7_E5_secretsOfConnects_areNowhere() {
    OAuthAnswer answer = consented("ann");
    see(start());
    see(start().flow());
    see(answer);
    seeFlows();
    Connection made = finish(answer);
    see(made);
    seeFailure(() -> finish(answer));
    seeFailure(() -> oauth.finish(consented("bob"), null, ""));
    seeFailure(() -> finish(consentedToLess("ann2")));
    for (ErrorKind kind : ErrorKind.values()) {
      house.clock.advance(Duration.ofMinutes(1));
      far.faults().failNext("exchange", 1, new CloudException(kind, "The far side failed."));
      seeFailure(() -> finish(consented("ann")));
    }
    Secret handle = seeParked();
    seeStored(made);
    see(house.audit());
    see(house.watcher.calls);
    see(house.davit.connections().list(ANN));

    assertThat(far.secrets()).hasSizeGreaterThan(3 * ErrorKind.values().length);
    far.secrets().forEach(this::assertUnseen);
    List.of(binding, handle).forEach(this::assertUnseen);
    assertThat(seen).hasSizeGreaterThan(ErrorKind.values().length);
  }

  private Secret seeParked() {
    StartedOAuth started = oauth.startElsewhere(ANN, OAUTH);
    Secret handle = oauth.park(answer(far.consent(started.page(), "ann")), "");
    see(handle);
    seeFlows();
    seeFailure(() -> oauth.complete(BOB, handle));
    return handle;
  }

  private void seeStored(Connection connection) {
    house.stores.reading(
        tx -> {
          see(tx.credentials().find(connection.id()));
          byte[] sealed = tx.credentials().find(connection.id()).orElseThrow().sealed().toArray();
          see(new String(sealed, ISO_8859_1));
          return true;
        });
  }

  private void assertUnseen(Secret secret) {
    byte[] raw = secret.reveal().getBytes(UTF_8);
    Map<String, String> forms =
        Map.of(
            "raw", secret.reveal(),
            "base64", Base64.getEncoder().withoutPadding().encodeToString(raw),
            "hex", HexFormat.of().formatHex(raw));
    forms.forEach((name, form) -> assertThat(seen).as(name).noneMatch(text -> text.contains(form)));
  }
}

package dev.davit;

import static dev.davit.TestHouse.ANN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.testkit.memory.MemoryOAuthFaults;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told of refreshes: to the operator once, and never a secret to anybody. */
public class RefreshCanaryTest extends RefreshFlow {
  private final Ears ears = new Ears();
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void stopListening() {
    ears.close();
  }

  private void see(@Nullable Object something) {
    seen.add(String.valueOf(something));
  }

  private void seeCall() {
    StringWriter trace = new StringWriter();
    Throwable failure = catchThrowable(this::stat);
    if (failure != null) {
      failure.printStackTrace(new PrintWriter(trace));
    }
    see(trace);
  }

  @Test
  void E5_tokens_areNowhere() {
    far.rotate(true);
    CredentialSource source = source();
    for (ErrorKind kind : ErrorKind.values()) {
      house.connectOAuth(ANN, "ann");
      expire();
      far.faults().fail("refresh", new CloudException(kind, "The far side failed."));
      seeCall();
      far.faults().mend();
      far.expire("ann");
      house.stores.downAfter(2, 1);
      seeCall();
      house.stores.mend();
      see(catchThrowable(() -> see(source.current())));
      see(row());
      see(new String(row().sealed().toArray(), ISO_8859_1));
    }
    see(source);
    see(house.audit());
    see(house.watcher.calls);
    seen.addAll(ears.lines);

    assertThat(far.secrets()).hasSizeGreaterThan(ErrorKind.values().length);
    for (Secret secret : far.secrets()) {
      assertThat(seen).noneMatch(text -> text.contains(secret.reveal()));
    }
    assertThat(ears.lines).isNotEmpty();
  }

  @Test
  void R5_operatorsFault_isOneLine_howeverManyCallsFailOfIt() {
    expire();
    far.faults().fail("refresh", MemoryOAuthFaults.invalidClient());
    List<Future<?>> calls = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      calls.add(start(this::stat));
    }
    assertThat(calls.stream().map(RefreshFlow::kind)).containsOnly(ErrorKind.MISCONFIGURED);

    assertThat(failures())
        .singleElement()
        .asString()
        .contains("memory_oauth refresh failed: MISCONFIGURED");
  }

  private List<String> failures() {
    return ears.lines.stream().filter(line -> line.contains(" failed: ")).toList();
  }
}

package dev.davit.onedrive.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitorTest {
  private static final int TOO_MANY = 500;

  private final List<Duration> pauses = new ArrayList<>();
  private int asked;

  @Test
  void waitOfNoTime_doesNotMakeItWaitForEver() throws IOException {
    try (LonelyGraph graph =
        new LonelyGraph(
            exchange -> {
              exchange.getResponseHeaders().set("Retry-After", "0");
              boolean first = asked++ == 0;
              LonelyGraph.answer(exchange, first ? 429 : 202, "{\"status\":\"inProgress\"}");
            })) {
      Monitor monitor = new Monitor(graph.client, this::pause);
      CloudException late =
          catchThrowableOfType(
              CloudException.class, () -> monitor.await(graph.address.resolve("/monitor/1")));
      assertThat(late.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
      assertThat(pauses).allMatch(pause -> !pause.isZero());
    }
  }

  @Test
  void whatWasMade_inPlaceOfAReport_isTheEndOfIt() throws IOException {
    String item = "{\"id\":\"01ABC\",\"name\":\"copy\"}";
    try (LonelyGraph graph = new LonelyGraph(exchange -> LonelyGraph.answer(exchange, 200, item))) {
      Monitor monitor = new Monitor(graph.client, this::pause);
      assertThat(monitor.await(graph.address.resolve("/monitor/1"))).contains("01ABC");
    }
  }

  private void pause(Duration pause) {
    pauses.add(pause);
    if (pauses.size() > TOO_MANY) {
      throw new AssertionError("it asks for ever");
    }
  }
}

package dev.davit.onedrive.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.davit.outbound.transfer.Pacing;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RenamedWriteTest {
  private boolean theirsCame;

  /** Somebody else's file comes just before ours, and what is said of ours is short. */
  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean put = exchange.getRequestMethod().equals("PUT");
    if (put && path.endsWith("/a.txt:/content")) {
      theirsCame = true;
      LonelyGraph.answer(exchange, 409, "{\"error\":{\"code\":\"nameAlreadyExists\"}}");
    } else if (put) {
      LonelyGraph.answer(exchange, 201, "{\"id\":\"OURS\",\"name\":\"a (2).txt\"}");
    } else if (path.endsWith("/items/OURS")) {
      LonelyGraph.answer(exchange, 200, file("OURS", "a (2).txt"));
    } else if (path.endsWith("/a.txt:") && theirsCame) {
      LonelyGraph.answer(exchange, 200, file("THEIRS", "a.txt"));
    } else {
      LonelyGraph.answer(exchange, 404, "{\"error\":{\"code\":\"itemNotFound\"}}");
    }
  }

  private static String file(String id, String name) {
    return "{\"id\":\""
        + id
        + "\",\"name\":\""
        + name
        + "\",\"size\":1,\"eTag\":\"e\",\"file\":{},"
        + "\"parentReference\":{\"driveId\":\"b!d\",\"id\":\"ROOT\"}}";
  }

  @Test
  void shortAnswer_aboutAFileUnderAnotherName_isNotFilledWithSomebodyElsesFile()
      throws IOException {
    try (LonelyGraph graph = new LonelyGraph(this::serve)) {
      OneDriveStorage storage =
          new OneDriveStorage(
              graph.client, graph.settings, new Trails(), new Pacing(320 * 1024, pause -> {}));
      Entry ours = storage.write(request());
      assertThat(ours.id()).isEqualTo(new ItemId("b!d", "OURS").entryId());
      assertThat(ours.name()).isEqualTo("a (2).txt");
    }
  }

  private static WriteRequest request() {
    return new WriteRequest(
        new WriteAttempt(EntryId.ROOT, "a.txt", "unguessable"),
        new OneByte(),
        null,
        ConflictPolicy.RENAME,
        null);
  }

  private static final class OneByte implements Content {
    @Override
    public OptionalLong size() {
      return OptionalLong.of(1);
    }

    @Override
    public boolean repeatable() {
      return true;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(new byte[1]);
    }
  }
}

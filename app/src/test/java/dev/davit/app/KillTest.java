package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.davit.app.support.Answer;
import dev.davit.app.support.Await;
import dev.davit.app.support.Call;
import dev.davit.app.support.Client;
import dev.davit.app.support.ForkedHouse;
import dev.davit.app.support.Gate;
import dev.davit.app.support.HalfUpload;
import dev.davit.app.support.House;
import dev.davit.app.support.Samples;
import dev.davit.app.support.ServerProcess;
import dev.davit.app.support.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is ended by {@code kill -9} at the worst moments, and started again. */
class KillTest {
  private static final Duration SWEEP_IS_DUE = Duration.ofMinutes(15);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int HALF = 4 << 20;

  @TempDir Path place;
  private ForkedHouse house;

  @BeforeEach
  void open() {
    house = ForkedHouse.open(place);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void killedAfterAConnect_theConnectionWorks() {
    String connection;
    try (ServerProcess first = house.start()) {
      connection = house.connect(house.register(first));
      first.kill();
    }

    try (ServerProcess second = house.start()) {
      assertConnectionWorks(house.login(second), connection);
    }
  }

  @Test
  @Tag("long")
  void killedInTheMiddleOfAnUpload_leavesNothing() {
    String connection;
    try (ServerProcess first = house.start()) {
      Client ada = house.register(first);
      connection = house.connect(ada);
      String path = "/api/documents?name=half.bin";
      try (HalfUpload upload = HalfUpload.begin(ada, path, 2L * HALF, Samples.bytes(HALF))) {
        Await.until("bytes there", SOON, () -> Trees.bytes(house.foreign().folder()) > HALF / 2);
        first.kill();
        assertThat(upload.answer()).isEmpty();
      }
    }
    assertThat(Trees.files(house.foreign().folder()))
        .singleElement()
        .asString()
        .matches("\\.davit-.*\\.part");

    assertNothingIsLeft(connection);
  }

  @Test
  @Tag("long")
  void killedInTheMiddleOfAnUpload_toTheDisk_leavesNothing() {
    String connection;
    Path disk = house.data().resolve("documents");
    try (ServerProcess first = house.start()) {
      Client ada = house.register(first);
      connection = ada.connect(house.foreign().address(), "ada", dav()).expect(201).text("id");
      String path = "/api/documents?name=half.bin";
      try (HalfUpload upload = HalfUpload.begin(ada, path, 2L * HALF, Samples.bytes(HALF))) {
        Await.until("bytes there", SOON, () -> Trees.bytes(disk) > HALF / 2);
        first.kill();
        assertThat(upload.answer()).isEmpty();
      }
    }

    assertNothingIsLeft(connection);
    assertThat(Trees.files(disk)).isEmpty();
  }

  private static String dav() {
    return House.DAV_PASSWORD;
  }

  @Test
  @Tag("long")
  void killedBeforeTheUploadWasMadeVisible_leavesNothing() {
    String connection = killedAt("MOVE", Call.Moment.ARRIVED, KillTest::store);
    assertThat(Trees.files(house.foreign().folder())).hasSize(1);

    assertNothingIsLeft(connection);
  }

  @Test
  void killedBetweenTheLastByteAndTheAcknowledgement_leavesNothing() {
    String connection = killedAt("MOVE", Call.Moment.DONE, KillTest::store);
    assertThat(Trees.files(house.foreign().folder())).containsExactly("report.bin");

    assertNothingIsLeft(connection);
  }

  @Test
  @Tag("long")
  void killedBeforeADelete_itIsDoneLater() {
    String connection = killedAt("DELETE", Call.Moment.ARRIVED, KillTest::storeAndDelete);
    assertThat(Trees.files(house.foreign().folder())).containsExactly("report.bin");

    assertNothingIsLeft(connection);
  }

  @Test
  @Tag("long")
  void killedAfterADelete_itIsDone() {
    String connection = killedAt("DELETE", Call.Moment.DONE, KillTest::storeAndDelete);
    assertThat(Trees.files(house.foreign().folder())).isEmpty();

    assertNothingIsLeft(connection);
  }

  @Test
  @Tag("long")
  void killedInTheMiddleOfAConnect_keepsNothing() {
    try (ServerProcess first = house.start();
        Gate gate = house.foreign().gate("PROPFIND", Call.Moment.DONE)) {
      Client ada = house.register(first);
      var connect = CompletableFuture.supplyAsync(() -> house.connect(ada));
      gate.awaitCall();
      first.kill();
      assertThatThrownBy(connect::join).hasRootCauseInstanceOf(IOException.class);
    }

    try (ServerProcess second = house.start()) {
      Client ada = house.login(second);
      assertThat(items(ada.get("/api/cloud/connections"))).isEmpty();
      assertThat(house.database().rows("credentials")).isZero();
      assertConnectionWorks(ada, house.connect(ada));
    }
  }

  private static Answer store(Client user) {
    return user.store("report.bin", Samples.bytes(100_000));
  }

  private static Answer storeAndDelete(Client user) {
    return user.delete(store(user).expect(201).header("Location"));
  }

  /**
   * Does something with a new server and kills it while the foreign server is at this call of it.
   */
  private String killedAt(String method, Call.Moment moment, Function<Client, Answer> action) {
    try (ServerProcess first = house.start()) {
      Client ada = house.register(first);
      String connection = house.connect(ada);
      try (Gate gate = house.foreign().gate(method, moment)) {
        Supplier<Answer> act = () -> action.apply(ada);
        CompletableFuture<Answer> unanswered = CompletableFuture.supplyAsync(act);
        gate.awaitCall();
        first.kill();
        assertThatThrownBy(unanswered::join).hasRootCauseInstanceOf(IOException.class);
      }
      return connection;
    }
  }

  /** Starts a server late enough, and holds that it finds no half document and tidies up. */
  private void assertNothingIsLeft(String connection) {
    try (ServerProcess second = house.start(SWEEP_IS_DUE)) {
      Client ada = house.login(second);
      assertThat(items(ada.get("/api/documents"))).isEmpty();
      Await.until("no job left", SOON, () -> house.database().rows("jobs") == 0);
      assertThat(house.database().rows("documents")).isZero();
      assertThat(Trees.files(house.foreign().folder())).isEmpty();
      assertThat(items(ada.get("/api/documents"))).isEmpty();
      assertConnectionWorks(ada, connection);
      ada.delete("/api/cloud/connections/" + connection).expect(204);
      assertThat(house.database().rows("credentials")).isZero();
    }
  }

  private static void assertConnectionWorks(Client user, String connection) {
    String path = "/api/cloud/connections/" + connection;
    assertThat(user.post(path + "/check").expect(200).text("status")).isEqualTo("ACTIVE");
    user.get("/api/cloud/folders/webdav/root?connection_id=" + connection).expect(200);
    Answer stored = user.store("after.bin", Samples.bytes(1000)).expect(201);
    assertThat(user.get(stored.header("Location") + "/content").expect(200).bytes())
        .isEqualTo(Samples.bytes(1000));
    user.delete(stored.header("Location")).expect(204);
  }

  private static JsonNode items(Answer list) {
    return list.expect(200).json().path("items");
  }
}

package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.app.support.Client;
import dev.davit.app.support.ForkedHouse;
import dev.davit.app.support.Model;
import dev.davit.app.support.ServerProcess;
import dev.davit.app.support.Trap;
import dev.davit.app.support.Worker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed again and again while several clients use it, held against a model of
 * what it acknowledged.
 */
class RandomKillTest {
  private static final int KILLS = 20;
  private static final int WORKERS = 3;
  private static final Duration SWEEP_IS_DUE = Duration.ofMinutes(15);

  @TempDir Path place;

  @Test
  @Tag("long")
  void killedAtRandom_losesNothingAndLeavesNothing() {
    SplittableRandom random = new SplittableRandom(42);
    Model model = new Model();
    try (ForkedHouse house = ForkedHouse.open(place)) {
      begin(house, model);
      for (int kill = 0; kill < KILLS; kill++) {
        try (ServerProcess server = house.start()) {
          useUntilKilled(house, server, model, random.split());
        }
        house.foreign().settle();
        try (ServerProcess server = house.start(SWEEP_IS_DUE)) {
          model.check(house, house.login(server));
        }
      }
      assertThat(model.acknowledged()).isGreaterThan(KILLS);
    }
  }

  private static void begin(ForkedHouse house, Model model) {
    try (ServerProcess server = house.start()) {
      model.connected("ada", house.connect(house.register(server)));
      server.kill();
    }
  }

  private static void useUntilKilled(
      ForkedHouse house, ServerProcess server, Model model, SplittableRandom random) {
    Client user = house.login(server);
    Trap trap = Trap.set(house.foreign(), server, random);
    List<CompletableFuture<Void>> workers =
        IntStream.range(0, WORKERS)
            .mapToObj(i -> new Worker(house.foreign(), user, model, trap, random.split()))
            .map(CompletableFuture::runAsync)
            .toList();
    workers.forEach(CompletableFuture::join);
    trap.close();
  }
}

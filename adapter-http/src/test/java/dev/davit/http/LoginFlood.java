package dev.davit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Twenty people log in at once, in a process of its own, whose heap may be small. */
final class LoginFlood {
  private static final int PEOPLE = 20;

  private LoginFlood() {}

  public static void main(String[] arguments) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(PEOPLE);
    try (World world = new World(settings -> settings, new Argon2PasswordHasher())) {
      List<Callable<Integer>> tries = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        tries.add(() -> login(world));
      }
      Map<Integer, Integer> statuses = new TreeMap<>();
      for (Future<Integer> status : pool.invokeAll(tries)) {
        statuses.merge(status.get(), 1, Integer::sum);
      }
      boolean good = Set.of(200, 429).containsAll(statuses.keySet());
      System.out.println(statuses + (good ? " only 200 and 429" : " something else"));
      world.nobody().get("/health/ready").is(200);
    } finally {
      pool.shutdownNow();
    }
  }

  private static int login(World world) {
    String body = "{'email':'%s','password':'%s'}".formatted(World.ANN, Client.PASSWORD);
    return world.nobody().post("/api/auth/login", body).status();
  }
}

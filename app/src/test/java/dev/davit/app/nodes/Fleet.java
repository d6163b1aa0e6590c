package dev.davit.app.nodes;

import dev.davit.app.support.Client;
import dev.davit.app.support.Nodes;
import dev.davit.app.support.ServerProcess;
import dev.davit.testservers.PostgresDatabase;
import dev.davit.testservers.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Processes that are one server, each as an operator runs it: they share database, keyset, public
 * address and where documents are kept.
 */
final class Fleet implements AutoCloseable {
  private static final List<String> HEAP = List.of("-Xmx192m");

  /** One user here asks as often as many. */
  private static final Map<String, String> RATES =
      Map.of(
          "DAVIT_RATE_USER", "1000000",
          "DAVIT_RATE_ADDRESS", "1000000",
          "DAVIT_RATE_CONNECTION", "1000000");

  private final Path place;
  private final Nodes shared;
  private final List<Map<String, String>> settings = new ArrayList<>();
  private final List<ServerProcess> present = new CopyOnWriteArrayList<>();
  private final List<ServerProcess> ended = new CopyOnWriteArrayList<>();

  private Fleet(Path place, PostgresServer server) {
    this.place = made(place);
    this.shared = Nodes.open(place, server);
  }

  /**
   * Starts a fleet, all nodes at once.
   *
   * @param place a folder of its own
   * @param server where its database is made
   * @param all what each node is told beside the usual
   * @param own what one node is told, for each of them
   */
  static Fleet start(
      Path place, PostgresServer server, Map<String, String> all, List<Map<String, String>> own) {
    Fleet fleet = new Fleet(place, server);
    own.forEach(each -> fleet.settings.add(fleet.settings(all, each)));
    try {
      IntStream.range(0, own.size()).forEach(i -> fleet.present.add(fleet.run(i)));
      fleet.present.forEach(ServerProcess::port);
      return fleet;
    } catch (AssertionError e) {
      fleet.close();
      throw e;
    }
  }

  private Map<String, String> settings(Map<String, String> all, Map<String, String> own) {
    Map<String, String> one = new HashMap<>(shared.settings());
    one.remove("DAVIT_PORT");
    if (all.containsKey("DAVIT_STORAGE")) {
      one.keySet().removeIf(name -> name.startsWith("DAVIT_S3_"));
    }
    one.putAll(RATES);
    one.putAll(all);
    one.putAll(own);
    return one;
  }

  private ServerProcess run(int node) {
    Path folder = made(place.resolve("node" + node));
    Map<String, String> own = new HashMap<>(settings.get(node));
    own.put("DAVIT_DATA", folder.resolve("data").toString());
    return ServerProcess.run(HEAP, folder, own, "", "serve", "--port", "0");
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int size() {
    return present.size();
  }

  ServerProcess node(int node) {
    return present.get(node);
  }

  /** A client of that node who is not signed in. */
  Client client(int node) {
    return node(node).client();
  }

  /** Starts a node again that has ended; returns when it listens. */
  void restart(int node) {
    ended.add(present.set(node, run(node)));
    node(node).port();
  }

  /** All nodes run again, whatever has happened to them. */
  void revive() {
    for (int node = 0; node < size(); node++) {
      if (node(node).isAlive()) {
        node(node).resume();
      } else {
        restart(node);
      }
    }
  }

  PostgresDatabase database() {
    return shared.database();
  }

  /** All that any of its processes has printed. */
  String logs() {
    return IntStream.range(0, present.size() + ended.size())
        .mapToObj(i -> i < present.size() ? present.get(i) : ended.get(i - present.size()))
        .map(ServerProcess::output)
        .collect(Collectors.joining());
  }

  @Override
  public void close() {
    present.forEach(ServerProcess::close);
    shared.close();
  }
}

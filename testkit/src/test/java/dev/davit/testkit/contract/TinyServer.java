package dev.davit.testkit.contract;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.davit.ports.CloudException;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import dev.davit.testkit.memory.FixedCredentials;
import dev.davit.testkit.memory.MemoryStorageProvider;
import dev.davit.testkit.memory.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * A storage in memory over the smallest HTTP that does: one request a call, its parts in the path;
 * entries as lines.
 */
final class TinyServer implements AutoCloseable {
  static final String TOKEN = "tiny-t0ken";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Storage storage =
      MemoryStorageProvider.operator(new TestClock()).open(new FixedCredentials(SecretFields.NONE));

  TinyServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      answer(exchange, sent);
    }
  }

  private void answer(HttpExchange exchange, byte[] sent) throws IOException {
    try {
      String[] words = exchange.getRequestURI().getRawPath().substring(1).split("/", -1);
      byte[] answer = answer(words, sent);
      exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    } catch (CloudException refused) {
      exchange.sendResponseHeaders(TinyStorage.status(refused.kind()), -1);
    }
  }

  private byte[] answer(String[] words, byte[] sent) throws IOException {
    return switch (words[0]) {
      case "list" -> lines(storage.list(new ListRequest(id(words[1]), 1000, null)).entries());
      case "stat" -> lines(List.of(storage.stat(id(words[1]))));
      case "read" -> read(words);
      case "write" -> lines(List.of(write(words, sent)));
      case "recover" -> lines(storage.recover(attempt(words)).stream().toList());
      case "folder" -> lines(List.of(storage.createFolder(id(words[1]), TinyLine.text(words[2]))));
      case "move" -> lines(List.of(move(words)));
      case "delete" -> delete(words);
      default -> throw new IOException("no such call");
    };
  }

  private byte[] read(String[] words) throws IOException {
    ByteRange range =
        words.length < 4
            ? null
            : new ByteRange.Between(Long.parseLong(words[2]), Long.parseLong(words[3]));
    try (Download download = storage.read(id(words[1]), range)) {
      return download.body().readAllBytes();
    }
  }

  private Entry write(String[] words, byte[] sent) {
    ConflictPolicy conflict = ConflictPolicy.valueOf(words[4]);
    return storage.write(
        new WriteRequest(attempt(words), TestContent.of(sent), null, conflict, null));
  }

  private Entry move(String[] words) {
    return storage.move(
        id(words[1]), id(words[2]), TinyLine.text(words[3]), ConflictPolicy.valueOf(words[4]));
  }

  private byte[] delete(String[] words) {
    storage.delete(id(words[1]));
    return lines(List.of());
  }

  private static WriteAttempt attempt(String[] words) {
    return new WriteAttempt(id(words[1]), TinyLine.text(words[2]), words[3]);
  }

  private static EntryId id(String word) {
    return new EntryId(word);
  }

  private static byte[] lines(List<Entry> entries) {
    return entries.stream()
        .map(TinyLine::of)
        .collect(Collectors.joining("\n", TinyLine.START, "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

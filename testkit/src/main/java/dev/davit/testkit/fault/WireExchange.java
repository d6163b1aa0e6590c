package dev.davit.testkit.fault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** One request that has come as far as its head, and what can be done with it. */
final class WireExchange {
  private final WireHead request;
  private final InputStream in;
  private final OutputStream out;
  private final FaultyHttp proxy;

  /**
   * An exchange.
   *
   * @param in what the client sends after the head
   * @param out to the client
   */
  WireExchange(WireHead request, InputStream in, OutputStream out, FaultyHttp proxy) {
    this.request = request;
    this.in = in;
    this.out = out;
    this.proxy = proxy;
  }

  WireRequest request() throws IOException {
    return new WireRequest(request.word(0), request.word(1), request.headers());
  }

  /**
   * Hands the request to the server and the answer to the client, both as they come.
   *
   * @param sieve through which the answer's body goes
   * @return whether the client's line can serve again
   */
  boolean pass(UnaryOperator<OutputStream> sieve) throws IOException {
    return pass(out, sieve.apply(out));
  }

  /** Hands the request to the server; nobody gets the answer. */
  void passUnheard() throws IOException {
    pass(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }

  private boolean pass(OutputStream heads, OutputStream bodies) throws IOException {
    Socket server = proxy.connect();
    try {
      CompletableFuture<Void> sent = send(server);
      InputStream answers = new BufferedInputStream(server.getInputStream());
      WireHead answer = head(answers, heads);
      WireBody body = WireBody.ofAnswer(request.word(0), answer);
      body.copy(answers, bodies);
      sent.join();
      return !body.endsTheLine() && !answer.isLast() && !request.isLast();
    } finally {
      proxy.disconnect(server);
    }
  }

  /** The head of the final answer, handed on with those of the interim ones before it. */
  private static WireHead head(InputStream answers, OutputStream heads) throws IOException {
    WireHead answer;
    do {
      answer = WireHead.read(answers);
      if (answer == null) {
        throw new IOException("the server closed the line without an answer");
      }
      answer.writeTo(heads);
    } while (answer.status() < 200);
    return answer;
  }

  /** Sends on another thread: some servers answer before they have read all. */
  private CompletableFuture<Void> send(Socket server) throws IOException {
    request.writeTo(server.getOutputStream());
    if (WireBody.ofRequest(request).isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return CompletableFuture.runAsync(() -> sendBody(server), proxy.threads());
  }

  private void sendBody(Socket server) {
    try {
      WireBody.ofRequest(request).copy(in, new WireSpillway(server.getOutputStream()));
    } catch (IOException clientIsGone) {
      proxy.disconnect(server);
    }
  }

  /** Reads what the client sends and throws it away. */
  void drain() throws IOException {
    WireBody.ofRequest(request).copy(in, OutputStream.nullOutputStream());
  }

  /** Answers in place of the server. */
  boolean reply(WireReply reply) throws IOException {
    reply.writeTo(out, !request.word(0).equals("HEAD"));
    return !request.isLast();
  }

  /** Waits until the client has closed its line, or the proxy is closed. */
  void awaitClient() throws IOException {
    in.transferTo(OutputStream.nullOutputStream());
  }

  void pause(Duration time) throws IOException {
    proxy.pause(time);
  }
}

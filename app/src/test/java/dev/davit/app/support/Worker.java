package dev.davit.app.support;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.SplittableRandom;

/** A client who stores, deletes and connects at random, and tells a model what was acknowledged. */
public final class Worker implements Runnable {
  private static final int MOST_BYTES = 400_000;
  private static final int ACCOUNTS = 4;

  private final ForeignWebDav foreign;
  private final Client user;
  private final Model model;
  private final Trap trap;
  private final SplittableRandom random;

  public Worker(
      ForeignWebDav foreign, Client user, Model model, Trap trap, SplittableRandom random) {
    this.foreign = foreign;
    this.user = user;
    this.model = model;
    this.trap = trap;
    this.random = random;
  }

  /** Works until the server is gone. */
  @Override
  public void run() {
    try {
      while (true) {
        step();
      }
    } catch (UncheckedIOException e) {
      if (!trap.hasSprung()) {
        throw e;
      }
    }
  }

  private void step() {
    switch (random.nextInt(6)) {
      case 0 -> connect();
      case 1, 2 -> delete();
      default -> store();
    }
  }

  private void store() {
    byte[] bytes = new byte[random.nextInt(1, MOST_BYTES)];
    random.nextBytes(bytes);
    String hash = Samples.sha256(bytes);
    model.storing(hash);
    String name = "file " + random.nextInt(20) + ".bin";
    Answer stored = user.upload("/api/documents", name, "application/octet-stream", body(bytes));
    model.stored(hash, stored.expect(201).text("id"));
  }

  private BodyPublisher body(byte[] bytes) {
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> new Counted(new ByteArrayInputStream(bytes))),
        bytes.length);
  }

  private void delete() {
    Optional<String> document = model.takeToDelete();
    if (document.isPresent()) {
      int status = user.delete("/api/documents/" + document.get()).status();
      if (status != 204 && status != 202) {
        throw new AssertionError("delete answered " + status);
      }
      model.deleted(document.get());
    }
  }

  private void connect() {
    String account = "user" + random.nextInt(ACCOUNTS);
    foreign.login(account, House.DAV_PASSWORD);
    Answer connected = user.connect(foreign.address(), account, House.DAV_PASSWORD);
    model.connected(account, connected.expect(201).text("id"));
  }

  /** Tells the trap of every piece that is sent. */
  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      trap.sending(most);
      return super.read(into, from, most);
    }
  }
}

package dev.davit.onedrive.internal.http;

import dev.davit.outbound.transfer.Watch;
import dev.davit.outbound.transfer.Watchdog;
import java.io.IOException;
import java.util.Set;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One request on its way, and its answer on its way back; watched from first to last. */
final class Exchange implements AutoCloseable {
  private final Set<Exchange> running;
  private final Watch watch;
  private volatile @Nullable Call call;

  /**
   * An exchange of which nothing is sent yet.
   *
   * @param running where it is to be found until it is closed
   */
  Exchange(Watchdog watchdog, Set<Exchange> running) {
    this.running = running;
    this.watch = watchdog.watch(this::cut);
    running.add(this);
  }

  Watch watch() {
    return watch;
  }

  /** Sends the request and answers with the head of the answer. */
  Response execute(OkHttpClient client, Request request) throws IOException {
    Call sent = client.newCall(request);
    call = sent;
    return sent.execute();
  }

  /** Ends it at once, whatever it is doing. */
  void cut() {
    Call sent = call;
    if (sent != null) {
      sent.cancel();
    }
  }

  @Override
  public void close() {
    running.remove(this);
    watch.close();
  }
}

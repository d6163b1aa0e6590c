package dev.davit.onedrive.internal.http;

import dev.davit.outbound.transfer.Bearer;
import dev.davit.outbound.transfer.BodyLimits;
import dev.davit.outbound.transfer.WatchedBody;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What Microsoft answered to one request; its body as it comes. Must be closed. */
public final class Answer implements Bearer.Answered {
  /** What is read of an unwanted body, so that the connection can serve again. */
  private static final int MAX_LEFTOVER = 16 * 1024;

  private final Response response;
  private final boolean streams;
  private final Exchange exchange;
  private final WatchedBody body;

  /**
   * An answer whose head has come.
   *
   * @param exchange has the deadline for the body already, if that is no file's
   * @param limits for a file's body; null for others
   */
  Answer(Response response, Exchange exchange, @Nullable BodyLimits limits) {
    this.response = response;
    this.streams = limits != null;
    this.exchange = exchange;
    this.body = new WatchedBody(response.body().byteStream(), exchange.watch(), limits);
  }

  @Override
  public int status() {
    return response.code();
  }

  public boolean isSuccess() {
    return status() >= 200 && status() < 300;
  }

  /** The last header of this name. */
  public @Nullable String header(String name) {
    return response.header(name);
  }

  /** The length of the body, where it was announced. */
  public @Nullable Long length() {
    if (status() == 204 || status() == 304) {
      return 0L;
    }
    long length = response.body().contentLength();
    return length < 0 ? null : (Long) length;
  }

  /** The body, to be read once; it fails rather than end before the announced length. */
  public InputStream body() {
    return body;
  }

  /** Ends the exchange. The connection is kept only if little was left to read. */
  @Override
  public void close() {
    try {
      if (!isOver()) {
        end();
      }
      response.close();
    } catch (IOException e) {
      end();
      response.close();
    } finally {
      exchange.close();
    }
  }

  private boolean isOver() throws IOException {
    return streams ? body.isRead(length()) : body.readNBytes(MAX_LEFTOVER).length < MAX_LEFTOVER;
  }

  private void end() {
    if (!body.isAtEnd()) {
      exchange.cut();
    }
  }
}

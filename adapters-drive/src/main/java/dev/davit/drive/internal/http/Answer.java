package dev.davit.drive.internal.http;

import dev.davit.outbound.transfer.Bearer;
import dev.davit.outbound.transfer.BodyLimits;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Watch;
import dev.davit.outbound.transfer.WatchedBody;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpRequestBase;
import org.jspecify.annotations.Nullable;

/** What Google answered to one request; its body as it comes. Must be closed. */
public final class Answer implements Bearer.Answered {
  /** What is read of an unwanted body, so that the connection can serve again. */
  private static final int MAX_LEFTOVER = 16 * 1024;

  private final boolean streams;
  private final CloseableHttpResponse response;
  private final HttpRequestBase request;
  private final Watch watch;
  private final WatchedBody body;

  Answer(
      Call call,
      CloseableHttpResponse response,
      HttpRequestBase request,
      Watch watch,
      BodyLimits limits,
      Duration total)
      throws IOException {
    this.streams = call.streams();
    this.response = response;
    this.request = request;
    this.watch = watch;
    if (streams) {
      watch.relax();
    } else {
      watch.within(total);
    }
    HttpEntity entity = response.getEntity();
    InputStream raw = entity == null ? InputStream.nullInputStream() : entity.getContent();
    this.body = new WatchedBody(raw, watch, streams ? limits : null);
  }

  @Override
  public int status() {
    return response.getStatusLine().getStatusCode();
  }

  public boolean isSuccess() {
    return status() >= 200 && status() < 300;
  }

  /** The first header of this name. */
  public @Nullable String header(String name) {
    Header header = response.getFirstHeader(name);
    return header == null ? null : header.getValue();
  }

  /** The length of the body, where it was announced. */
  public @Nullable Long length() {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return 0L;
    }
    return entity.getContentLength() < 0 ? null : (Long) entity.getContentLength();
  }

  /** The body, to be read once; it fails rather than end before the announced length. */
  public InputStream body() {
    return body;
  }

  /** Ends the exchange. The connection is kept only if little was left to read. */
  @Override
  public void close() {
    try {
      if (streams ? !body.isRead(length()) : body.readNBytes(MAX_LEFTOVER).length == MAX_LEFTOVER) {
        cut();
      }
      response.close();
    } catch (IOException e) {
      cut();
    } finally {
      watch.close();
    }
  }

  private void cut() {
    if (!body.isAtEnd()) {
      request.abort();
    }
  }
}

package dev.davit.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Says as a problem what Jetty itself found wrong, and nothing of how it put it. Jetty closes the
 * connection after a request that it could not read; clients are told, or they would use it again.
 */
final class ProblemErrorHandler extends ErrorHandler {
  private final SecurityHeaders headers;

  ProblemErrorHandler(SecurityHeaders headers) {
    this.headers = headers;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    ProblemType type = ProblemType.ofStatus(response.getStatus());
    String id = RequestIds.of(request);
    headers.apply(id, request, response.getHeaders());
    response.setStatus(type.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    byte[] body = Json.of(Problem.of(type, type.title() + ".", id));
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }
}

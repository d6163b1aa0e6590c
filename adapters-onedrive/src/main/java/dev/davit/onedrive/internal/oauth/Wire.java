package dev.davit.onedrive.internal.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import dev.davit.onedrive.internal.http.Answer;
import dev.davit.onedrive.internal.http.Endpoints;
import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.onedrive.internal.http.Transport;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Payload;
import dev.davit.ports.CloudException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the library sends its one request over: to the token endpoint of the log-in's host and
 * nowhere else, once, whatever host it names. It gets to see good answers only: what Microsoft says
 * otherwise is kept here, since the library would log it.
 */
final class Wire implements IHttpClient {
  private static final int MOST = 256 * 1024;

  private final Transport transport;
  private final Endpoints endpoints;
  private final String path;
  private final Refusals refusals;
  private @Nullable CloudException failure;
  private @Nullable Json answered;

  /**
   * A wire for one request.
   *
   * @param path of the token endpoint
   */
  Wire(Transport transport, Endpoints endpoints, String path, Refusals refusals) {
    this.transport = transport;
    this.endpoints = endpoints;
    this.path = path;
    this.refusals = refusals;
  }

  /** Why there was no good answer; null if there was one, or no request. */
  @Nullable CloudException failure() {
    return failure;
  }

  /** The good answer. */
  @Nullable Json answered() {
    return answered;
  }

  @Override
  public IHttpResponse send(HttpRequest request) throws IOException {
    if (failure != null || answered != null || !request.url().getPath().equals(path)) {
      throw new IOException("one request to the token endpoint, and no other");
    }
    try (Answer answer = transport.send(call(request), Map.of())) {
      if (answer.status() != 200) {
        throw refusals.of(answer);
      }
      String body = text(answer);
      answered = TokenAnswer.checked(Json.parse(body.getBytes(UTF_8)));
      return new Good(body);
    } catch (CloudException e) {
      failure = e;
      throw new IOException("no tokens");
    }
  }

  /** Without what the library tells of this machine. */
  private Call call(HttpRequest request) {
    URI uri = endpoints.login().resolve(path);
    return Call.of("POST", uri)
        .with("Accept", "application/json")
        .with(Payload.of(request.body().getBytes(UTF_8), "application/x-www-form-urlencoded"));
  }

  private static String text(Answer answer) {
    try {
      byte[] bytes = answer.body().readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw Faults.protocol(new IOException("more than a token answer ever has"));
      }
      return new String(bytes, UTF_8);
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  /** An answer as the library reads it. */
  private record Good(String body) implements IHttpResponse {
    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public Map<String, List<String>> headers() {
      return Map.of("Content-Type", List.of("application/json"));
    }

    @Override
    public String toString() {
      return "tokens";
    }
  }
}

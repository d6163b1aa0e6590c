package dev.davit.testkit.contract;

import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.SecretFields;
import dev.davit.ports.VersionedCredential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a {@link TinyServer}, rightly but for its flaws. */
final class TinyClient {
  static final Duration PATIENT = Duration.ofSeconds(20);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String url;
  private final CredentialSource credentials;
  private final Duration limit;
  private final Set<TinyFlaw> flaws;

  TinyClient(String url, CredentialSource credentials, Duration limit, Set<TinyFlaw> flaws) {
    this.url = url;
    this.credentials = credentials;
    this.limit = limit;
    this.flaws = flaws.isEmpty() ? EnumSet.noneOf(TinyFlaw.class) : EnumSet.copyOf(flaws);
  }

  boolean has(TinyFlaw flaw) {
    return flaws.contains(flaw);
  }

  /** The body of a good answer. */
  byte[] ask(String path, byte[] body, boolean repeatable) {
    VersionedCredential credential = credentials.current();
    HttpResponse<InputStream> answer = send(path, body, credential);
    for (int i = 0; answer.statusCode() == 401 && i < mostRefusals(); i++) {
      VersionedCredential newer = credentials.rejected(credential.version());
      if (has(TinyFlaw.REJECTS_A_CREDENTIAL_TWICE)) {
        newer = credentials.rejected(credential.version());
      }
      if (!repeatable) {
        throw new CloudException(ErrorKind.UNAVAILABLE, "Try again.");
      }
      credential = has(TinyFlaw.SENDS_THE_REFUSED_CREDENTIAL_AGAIN) ? credential : newer;
      answer = send(path, body, credential);
    }
    return good(answer, path, body, credential);
  }

  private int mostRefusals() {
    if (has(TinyFlaw.ASKS_FOR_NEWER_CREDENTIALS_FOR_EVER)) {
      return 10;
    }
    return has(TinyFlaw.NEVER_ASKS_FOR_A_NEWER_CREDENTIAL) ? 0 : 1;
  }

  private byte[] good(
      HttpResponse<InputStream> answer, String path, byte[] body, VersionedCredential credential) {
    int status = answer.statusCode();
    if (status == 200) {
      return whole(answer.body());
    }
    if (has(TinyFlaw.COMES_AGAIN_AT_ONCE) && (status == 429 || status == 503)) {
      for (int i = 0; i < 5; i++) {
        answer = send(path, body, credential);
      }
    }
    throw refusal(answer, credential);
  }

  private CloudException refusal(HttpResponse<InputStream> answer, VersionedCredential credential) {
    ErrorKind kind =
        answer.statusCode() == 403 && has(TinyFlaw.TAKES_DENIED_FOR_MISSING)
            ? ErrorKind.NOT_FOUND
            : TinyStorage.kind(answer.statusCode());
    String text = new String(whole(answer.body()), StandardCharsets.UTF_8);
    String message = "No." + (has(TinyFlaw.TELLS_WHAT_THE_SERVER_SAID) ? text : "");
    Duration delay =
        answer
            .headers()
            .firstValue("Retry-After")
            .filter(seconds -> !has(TinyFlaw.FORGETS_WHEN_TO_COME_AGAIN))
            .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
            .orElse(null);
    IOException cause =
        has(TinyFlaw.TELLS_THE_CREDENTIAL_TO_THE_LOG)
            ? new IOException("refused to " + token(credential))
            : null;
    return new CloudException(kind, message, Hints.NONE, delay, cause);
  }

  private HttpResponse<InputStream> send(String path, byte[] body, VersionedCredential credential) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + token(credential))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      return answered(request);
    } catch (CloudException unanswered) {
      if (has(TinyFlaw.REPEATS_WHAT_WAS_NOT_ANSWERED)) {
        return answered(request);
      }
      throw unanswered;
    }
  }

  private HttpResponse<InputStream> answered(HttpRequest request) {
    return within(HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream()));
  }

  private <T> T within(CompletableFuture<T> running) {
    Duration time = has(TinyFlaw.WAITS_FOR_EVER) ? PATIENT : limit;
    try {
      return running.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException | InterruptedException e) {
      running.cancel(true);
      throw unanswered();
    }
  }

  private CloudException unanswered() {
    return new CloudException(
        has(TinyFlaw.TAKES_SILENCE_FOR_NONSENSE) ? ErrorKind.PROTOCOL : ErrorKind.UNAVAILABLE,
        "It does not answer.");
  }

  private byte[] whole(InputStream body) {
    ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    CompletableFuture<Boolean> complete =
        CompletableFuture.supplyAsync(() -> readsAll(body, arrived));
    if (!within(complete) && !has(TinyFlaw.TAKES_A_PART_FOR_THE_WHOLE)) {
      throw unanswered();
    }
    return arrived.toByteArray();
  }

  private static boolean readsAll(InputStream body, ByteArrayOutputStream arrived) {
    try (body) {
      body.transferTo(arrived);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static String token(VersionedCredential credential) {
    return ((SecretFields) credential.credential()).require("token");
  }
}

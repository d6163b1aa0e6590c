package dev.davit.drive.internal.http;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.json.GenericJson;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.DriveRequest;
import dev.davit.outbound.transfer.Bearer;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Payload;
import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Speaks to the Drive API as one account. The credential is asked for each request anew; one that
 * is refused is reported once, and the request is sent once more with a newer one if its body can
 * be. Fails as {@link Transport#send} and {@link CredentialSource} do.
 */
public final class DriveClient {
  private static final String JSON = "application/json; charset=UTF-8";

  private final Endpoints endpoints;
  private final Bearer<Answer> bearer;
  private final Drive drive;

  public DriveClient(Transport transport, Endpoints endpoints, CredentialSource credentials) {
    this.endpoints = endpoints;
    this.bearer = new Bearer<>(credentials, transport::send, "Google");
    this.drive =
        new Drive.Builder(new Unsent(), Json.FACTORY, null)
            .setRootUrl(endpoints.api().toString())
            .setApplicationName("Davit")
            .build();
  }

  public Endpoints endpoints() {
    return endpoints;
  }

  /** Describes a request in the library's words. */
  public interface Description<R extends DriveRequest<?>> {
    R of(Drive drive) throws IOException;
  }

  /**
   * Makes a call whose answer is JSON.
   *
   * @throws CloudException as {@link Faults#of(Answer)} says
   */
  public <T extends GenericJson> T json(Description<? extends DriveRequest<T>> description) {
    DriveRequest<T> request = described(description);
    try (Answer answer = send(call(request))) {
      return Json.read(succeeded(answer), request.getResponseClass());
    }
  }

  /** Makes a call to whose answer nothing is expected but that it says yes, without a page. */
  public void done(Description<? extends DriveRequest<?>> description) {
    try (Answer answer = send(call(described(description)))) {
      if (succeeded(answer).status() != 204) {
        throw Faults.protocol(new IOException("an answer where none was expected"));
      }
    }
  }

  /** The request that the library would send, for {@link #send}. */
  public Call call(Description<? extends DriveRequest<?>> description) {
    return call(described(description));
  }

  /**
   * The same for a file's bytes in place of what is known of it ({@code alt=media}). The library
   * itself would ask another address than the documented one.
   */
  public Call media(Description<Drive.Files.Get> description) {
    DriveRequest<?> request = described(description);
    GenericUrl url = request.buildHttpRequestUrl();
    url.set("alt", "media");
    return Call.of(request.getRequestMethod(), url.toURI()).streaming();
  }

  /** The answer, if it says yes; its failure otherwise. */
  public static Answer succeeded(Answer answer) {
    if (!answer.isSuccess()) {
      throw Faults.of(answer);
    }
    return answer;
  }

  /**
   * Sends a request with the account's credential. The answer must be closed, whatever its status:
   * only a refused credential is seen to here.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} also if a credential was refused and the
   *     body can't be sent again: by then there is a newer one
   */
  public Answer send(Call call) {
    return bearer.send(call);
  }

  private <R extends DriveRequest<?>> R described(Description<R> description) {
    try {
      return description.of(drive);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Call call(DriveRequest<?> request) {
    Call call = Call.of(request.getRequestMethod(), request.buildHttpRequestUrl().toURI());
    HttpContent content = request.getHttpContent();
    return content == null ? call : call.with(Payload.of(bytes(content), JSON));
  }

  private static byte[] bytes(HttpContent content) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      content.writeTo(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

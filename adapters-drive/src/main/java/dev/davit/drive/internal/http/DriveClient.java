package dev.davit.drive.internal.http;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.json.GenericJson;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.DriveRequest;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Payload;
import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.VersionedCredential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Speaks to the Drive API as one account. The credential is asked for each request anew; one that
 * is refused is reported once, and the request is sent once more with a newer one if its body can
 * be. Fails as {@link Transport#send} and {@link CredentialSource} do.
 */
public final class DriveClient {
  private static final String JSON = "application/json; charset=UTF-8";

  private final Transport transport;
  private final Endpoints endpoints;
  private final CredentialSource credentials;
  private final Drive drive;

  public DriveClient(Transport transport, Endpoints endpoints, CredentialSource credentials) {
    this.transport = transport;
    this.endpoints = endpoints;
    this.credentials = credentials;
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
    VersionedCredential credential = credentials.current();
    Answer answer = transport.send(call, bearer(credential));
    if (answer.status() != 401) {
      return answer;
    }
    answer.close();
    VersionedCredential newer = credentials.rejected(credential.version());
    if (!call.repeatable()) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "Google wanted a newer token during the upload. Try again.");
    }
    return transport.send(call, bearer(newer));
  }

  private static Map<String, String> bearer(VersionedCredential credential) {
    if (credential.credential() instanceof OAuthTokens tokens) {
      return Map.of("Authorization", "Bearer " + tokens.access().reveal());
    }
    throw new IllegalArgumentException("a Google account is opened by OAuth tokens");
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

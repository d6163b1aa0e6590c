package dev.davit.onedrive.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.davit.outbound.transfer.Bearer;
import dev.davit.outbound.transfer.Call;
import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;

/**
 * Speaks to Graph as one account. The credential is asked for each request anew; one that is
 * refused is reported once, and the request is sent once more with a newer one if its body can be.
 * Fails as {@link Transport#send} and {@link CredentialSource} do.
 */
public final class GraphClient {
  private final Transport transport;
  private final Endpoints endpoints;
  private final Bearer<Answer> bearer;

  public GraphClient(Transport transport, Endpoints endpoints, CredentialSource credentials) {
    this.transport = transport;
    this.endpoints = endpoints;
    this.bearer = new Bearer<>(credentials, transport::send, "Microsoft");
  }

  public Endpoints endpoints() {
    return endpoints;
  }

  /**
   * An address of Graph.
   *
   * @param path below the version, encoded as {@link GraphPath} does
   * @param query names and values in turn, not encoded
   */
  public URI at(String path, String... query) {
    StringBuilder address = new StringBuilder(endpoints.graph() + path);
    for (int i = 0; i < query.length; i += 2) {
      address.append(i == 0 ? '?' : '&').append(query[i]).append('=');
      address.append(URLEncoder.encode(query[i + 1], UTF_8).replace("+", "%20"));
    }
    return URI.create(address.toString());
  }

  /**
   * Makes a call whose answer is JSON.
   *
   * @throws CloudException as {@link Faults#of(Answer)} and {@link Json#read} say
   */
  public Json json(Call call) {
    try (Answer answer = send(call.with("Accept", "application/json"))) {
      return Json.read(succeeded(answer));
    }
  }

  /**
   * Makes a call of whose answer nothing is wanted but that it says yes: by its status, and by
   * nothing else in what comes with it.
   */
  public void done(Call call) {
    try (Answer answer = send(call)) {
      Json.none(succeeded(answer));
    }
  }

  /** The answer, if it says yes; its failure otherwise. */
  public static Answer succeeded(Answer answer) {
    if (!answer.isSuccess()) {
      throw Faults.of(answer);
    }
    return answer;
  }

  /**
   * Sends a request to an address that Graph handed out and that needs no credential, without one.
   * The answer must be closed, whatever its status; {@link Faults#bare} says what it means.
   */
  public Answer bare(Call call) {
    if (!endpoints.trustsBare(call.uri())) {
      throw Faults.protocol(new IOException("an address at another host"));
    }
    return transport.send(call, Map.of());
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
}

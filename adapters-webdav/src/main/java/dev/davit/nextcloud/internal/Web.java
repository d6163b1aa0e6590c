package dev.davit.nextcloud.internal;

import dev.davit.outbound.Target;
import dev.davit.outbound.transfer.Payload;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Faults;
import dev.davit.webdav.internal.http.PlainClient;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What a Nextcloud is asked for beside WebDAV: pages that answer JSON. */
public final class Web {
  private static final Map<String, String> JSON = Map.of("Accept", "application/json");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int MAX_BODY = 64 * 1024;

  private final PlainClient client;

  public Web(PlainClient client) {
    this.client = client;
  }

  /** Opens a page; fails as {@link PlainClient#send}. */
  public Answer get(Target page) {
    return client.send("GET", page, JSON);
  }

  /** Calls the OCS interface in a user's name; fails as {@link PlainClient#send}. */
  Answer ocs(String method, Target page, Secret authorization) {
    return client.send(
        method,
        page,
        Map.of(
            "Accept", "application/json",
            "Authorization", authorization.reveal(),
            "OCS-APIRequest", "true"));
  }

  /** Posts a token; fails as {@link PlainClient#post}. */
  public Answer postToken(Target page, Secret token) {
    String form = "token=" + URLEncoder.encode(token.reveal(), StandardCharsets.UTF_8);
    return post(page, form);
  }

  /** Posts nothing; fails as {@link PlainClient#post}. */
  public Answer post(Target page) {
    return post(page, "");
  }

  private Answer post(Target page, String form) {
    return client.post(page, JSON, Payload.of(form.getBytes(StandardCharsets.US_ASCII), FORM));
  }

  /**
   * What an answer says, if that is JSON.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if it broke off
   */
  public static Optional<Json> json(Answer answer) {
    try {
      byte[] body = answer.body().readNBytes(MAX_BODY + 1);
      return body.length > MAX_BODY
          ? Optional.empty()
          : Json.parse(new String(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }
}

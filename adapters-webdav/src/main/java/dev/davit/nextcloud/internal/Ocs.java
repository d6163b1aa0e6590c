package dev.davit.nextcloud.internal;

import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.Target;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.http.Account;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Faults;
import dev.davit.webdav.internal.http.Refusals;
import java.util.Optional;

/** What a Nextcloud says of a credential, beside its files. */
public final class Ocs implements Refusals {
  private static final String USER = "ocs/v2.php/cloud/user";
  private static final String APP_PASSWORD = "ocs/v2.php/core/apppassword";
  private static final String WIPE = "index.php/core/wipe/check";

  /** What OCS calls a missing log-in, also where its HTTP status says that all is well. */
  private static final long NOT_LOGGED_IN = 997;

  private final OutboundGuard guard;
  private final Web web;

  public Ocs(OutboundGuard guard, Web web) {
    this.guard = guard;
    this.web = web;
  }

  /**
   * The id of the user, by which WebDAV paths go: often another than the name that one logs in
   * with. Asked once, since a second wrong guess slows down everybody behind the same address.
   *
   * @param fields a credential whose address is a Nextcloud's
   * @throws CloudException {@link ErrorKind#CREDENTIALS_REFUSED}; {@link ErrorKind#NOT_WEBDAV} if
   *     the answer is no Nextcloud's; {@link ErrorKind#UNAVAILABLE}, {@link ErrorKind#RATE_LIMITED}
   */
  public String userId(SecretFields fields) {
    try (Answer answer = call("GET", USER, fields)) {
      return switch (answer.status()) {
        case 200 -> userId(Web.json(answer).orElseThrow(Finder::none).get("ocs"));
        case 401, 403 -> throw refused();
        case 429, 500, 502, 503, 504 -> throw Faults.of(answer);
        default -> throw Finder.none();
      };
    }
  }

  private static String userId(Json ocs) {
    if (ocs.get("meta").get("statuscode").number().equals(Optional.of(NOT_LOGGED_IN))) {
      throw refused();
    }
    return ocs.get("data")
        .get("id")
        .text()
        .filter(id -> DavPath.ROOT.child(id, true).isPresent())
        .orElseThrow(Finder::none);
  }

  private static CloudException refused() {
    return new CloudException(
        ErrorKind.CREDENTIALS_REFUSED,
        "The Nextcloud does not accept this user name and password.");
  }

  /**
   * Ends an app password. One that is gone already, or is the user's own password, is left.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE}, {@link ErrorKind#RATE_LIMITED}; {@link
   *     ErrorKind#ADDRESS_REFUSED}
   */
  public void endAppPassword(SecretFields fields) {
    try (Answer answer = call("DELETE", APP_PASSWORD, fields)) {
      switch (answer.status()) {
        case 200, 204, 401, 403, 404, 410 -> {}
        default -> throw Faults.of(answer);
      }
    }
  }

  private Answer call(String method, String page, SecretFields fields) {
    return web.ocs(method, at(fields, page), Account.basic(fields));
  }

  private Target at(SecretFields fields, String page) {
    Target base = guard.parse(fields.require(Account.SERVER_URL));
    return base.withPath(base.path() + page);
  }

  /** Asks whether the user has marked the device to be wiped; where nobody says so, it is not. */
  @Override
  public void explain(SecretFields fields) {
    if (isToBeWiped(fields)) {
      throw new CloudException(
          ErrorKind.TOKEN_REJECTED,
          "The Nextcloud no longer accepts the user name and password.",
          new WipeRequest());
    }
  }

  private boolean isToBeWiped(SecretFields fields) {
    Secret token = new Secret(fields.require(Account.PASSWORD));
    try (Answer answer = web.postToken(at(fields, WIPE), token)) {
      return answer.status() == 200
          && Web.json(answer).flatMap(says -> says.get("wipe").flag()).orElse(false);
    } catch (CloudException e) {
      return false;
    }
  }

  /** The user has asked, in the Nextcloud's settings, that this device be wiped. */
  static final class WipeRequest extends Exception {
    private static final long serialVersionUID = 1L;

    WipeRequest() {
      super("the user has marked this app password to be wiped");
    }
  }
}

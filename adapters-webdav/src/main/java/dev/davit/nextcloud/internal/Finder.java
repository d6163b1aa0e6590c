package dev.davit.nextcloud.internal;

import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.Target;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.webdav.internal.http.Account;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the Nextcloud that a user means by whatever address of it: its start page, a folder in the
 * browser, its WebDAV address. Every Nextcloud says at {@code status.php} what it is.
 */
public final class Finder {
  private static final Pattern INNER =
      Pattern.compile("(?i)/(?:index|remote|public|status|cron)\\.php(?:[/?#].*)?$|/ocs/.*$");
  private static final String STATUS = "status.php";
  private static final int MOST_TRIES = 5;

  private final OutboundGuard guard;
  private final Web web;

  public Finder(OutboundGuard guard, Web web) {
    this.guard = guard;
    this.web = web;
  }

  /**
   * Where it begins.
   *
   * @param typed as the user typed it
   * @return with a path that ends in a slash
   * @throws CloudException {@link ErrorKind#ADDRESS_REFUSED}; {@link ErrorKind#NOT_WEBDAV} if there
   *     is a server, but no Nextcloud, or one that is not set up; {@link ErrorKind#UNAVAILABLE} if
   *     it is in maintenance, or says that it can't answer; {@link ErrorKind#RATE_LIMITED}
   */
  public Target find(String typed) {
    Target target = guard.parse(INNER.matcher(typed.strip()).replaceFirst("/"));
    for (String path : paths(target.path())) {
      Optional<Target> base = look(target.withPath(path + STATUS));
      if (base.isPresent()) {
        return base.get();
      }
    }
    throw none();
  }

  /** The path and what is above it, from below. */
  private static List<String> paths(String path) {
    List<String> paths = new ArrayList<>();
    String rest = path.endsWith("/") ? path : path + "/";
    while (!rest.isEmpty() && paths.size() < MOST_TRIES) {
      paths.add(rest);
      rest = rest.substring(0, rest.lastIndexOf('/', rest.length() - 2) + 1);
    }
    return paths;
  }

  private Optional<Target> look(Target status) {
    try (Answer answer = web.get(status)) {
      return switch (answer.status()) {
        case 200 -> Web.json(answer).flatMap(says -> base(answer.target(), says));
        case 429, 500, 502, 503, 504 -> throw Faults.of(answer);
        default -> Optional.empty();
      };
    } catch (CloudException e) {
      throw Faults.isUnanswered(e) ? Faults.silence(guard, e) : e;
    }
  }

  private static Optional<Target> base(Target status, Json says) {
    Optional<Boolean> installed = says.get("installed").flag();
    String product = says.get("productname").text().orElse("").toLowerCase(Locale.ROOT);
    if (installed.isEmpty()
        || says.get("version").text().isEmpty()
        || product.contains("owncloud")
        || !status.path().endsWith("/" + STATUS)) {
      return Optional.empty();
    }
    requireReady(installed.get(), says);
    String path = status.path();
    return Optional.of(status.withPath(path.substring(0, path.length() - STATUS.length())));
  }

  private static void requireReady(boolean installed, Json says) {
    if (!installed) {
      throw notWebDav("The Nextcloud at this address is not set up yet.");
    }
    if (says.get("maintenance").flag().orElse(false)
        || says.get("needsDbUpgrade").flag().orElse(false)) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "The Nextcloud is in maintenance. Try again later.");
    }
  }

  /** The error for a server that is no Nextcloud. */
  public static CloudException none() {
    return notWebDav("There is a server at this address, but no Nextcloud.");
  }

  private static CloudException notWebDav(String message) {
    return new CloudException(
        ErrorKind.NOT_WEBDAV, message, Hints.field(Account.SERVER_URL), null, null);
  }
}

package dev.davit.http;

import dev.davit.Accounts;
import dev.davit.Accounts.Session;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out who calls: by a bearer token, or else by the page's cookie. */
final class Authenticator {
  private static final Pattern BEARER =
      Pattern.compile("bearer +([A-Za-z0-9._~+/=-]+)", Pattern.CASE_INSENSITIVE);

  private final Accounts accounts;
  private final Tokens tokens;
  private final SessionCookie cookie;

  Authenticator(Accounts accounts, Tokens tokens, SessionCookie cookie) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.cookie = cookie;
  }

  /**
   * Who calls. A request that has an {@code Authorization} header is judged by it alone.
   *
   * @throws dev.davit.ports.CloudException {@code UNAUTHENTICATED} unless it is somebody whose
   *     session is still there
   */
  Identity identify(HttpServletRequest request) {
    List<String> headers = Collections.list(request.getHeaders("Authorization"));
    return headers.isEmpty() ? byCookie(request) : byToken(headers);
  }

  /** Who is signed in in this browser, by the page's cookie; nobody if it names no session. */
  Optional<Identity> visitor(HttpServletRequest request) {
    try {
      return Optional.of(byCookie(request));
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.UNAUTHENTICATED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Identity byCookie(HttpServletRequest request) {
    @Nullable Secret token = cookie.read(request);
    if (token == null) {
      throw Tokens.refused();
    }
    return new Identity(accounts.session(token), true);
  }

  private Identity byToken(List<String> headers) {
    Matcher bearer = BEARER.matcher(headers.get(0));
    if (headers.size() != 1 || !bearer.matches()) {
      throw Tokens.refused();
    }
    Tokens.Claims claims = tokens.verify(new Secret(bearer.group(1)));
    Session session = accounts.sessionById(claims.session());
    if (!session.account().id().value().equals(claims.subject())) {
      throw Tokens.refused();
    }
    return new Identity(session, false);
  }
}

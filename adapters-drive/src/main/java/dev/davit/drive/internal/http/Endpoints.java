package dev.davit.drive.internal.http;

import dev.davit.outbound.transfer.Origin;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where Google's services are. Requests go there and nowhere else.
 *
 * @param authorization the page on which users consent; for browsers only
 * @param token gives out tokens
 * @param revocation ends grants
 * @param api the root of the Drive API, for uploads too; ends in a slash
 */
public record Endpoints(URI authorization, URI token, URI revocation, URI api) {
  private static final Endpoints GOOGLE =
      new Endpoints(
          URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
          URI.create("https://oauth2.googleapis.com/token"),
          URI.create("https://oauth2.googleapis.com/revoke"),
          URI.create("https://www.googleapis.com/"));

  /**
   * Google's own, or those of a stand-in.
   *
   * @param development the one address that stands for all of Google's hosts; null for Google
   */
  public static Endpoints of(@Nullable URI development) {
    return development == null
        ? GOOGLE
        : new Endpoints(
            development.resolve("/o/oauth2/v2/auth"),
            development.resolve("/token"),
            development.resolve("/revoke"),
            development.resolve("/"));
  }

  /** Whether a request may be sent there: the origin is one of these, and nothing is smuggled. */
  public boolean trusts(URI uri) {
    return uri.getRawUserInfo() == null
        && (Origin.same(uri, api) || Origin.same(uri, token) || Origin.same(uri, revocation));
  }

  /** Whether an address that the API handed out leads back to the API (for a bearer to go to). */
  public boolean isApi(URI uri) {
    return uri.getRawUserInfo() == null && Origin.same(uri, api);
  }

  /** The API's origin, such as {@code https://www.googleapis.com:443}. */
  public String origin() {
    return api.getScheme() + "://" + api.getHost() + ":" + Origin.port(api);
  }
}

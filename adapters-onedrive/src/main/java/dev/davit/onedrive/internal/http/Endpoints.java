package dev.davit.onedrive.internal.http;

import dev.davit.onedrive.NationalCloud;
import dev.davit.outbound.transfer.Origin;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where Microsoft's services are. Requests go there and nowhere else; a bearer goes to Graph and
 * nowhere else.
 *
 * @param cloud which of Microsoft's clouds
 * @param login where users log in and tokens come from; ends in a slash
 * @param graph the root of Graph's version 1.0; ends in a slash
 * @param development the one address that stands for all of Microsoft's hosts; null for Microsoft
 */
public record Endpoints(NationalCloud cloud, URI login, URI graph, @Nullable URI development) {
  private static final String VERSION = "/v1.0/";

  /** Microsoft's own, or those of a stand-in. */
  public static Endpoints of(NationalCloud cloud, @Nullable URI development) {
    URI login = development == null ? cloud.login() : development;
    URI graph = development == null ? cloud.graph() : development;
    return new Endpoints(cloud, login.resolve("/"), graph.resolve(VERSION), development);
  }

  /** What stands before the permissions of Graph in this cloud: its address, with a slash. */
  public String scopePrefix() {
    return cloud.graph().toString();
  }

  /** Whether it is at the host where tokens come from. */
  public boolean isLogin(URI uri) {
    return isPlain(uri) && Origin.same(uri, login);
  }

  /** Whether an address leads to Graph's version 1.0, so that a bearer may go there. */
  public boolean isGraph(URI uri) {
    return isPlain(uri)
        && Origin.same(uri, graph)
        && uri.getRawPath() != null
        && uri.getRawPath().startsWith(VERSION);
  }

  /**
   * Whether a request without a credential may go there: where Microsoft keeps files, uploads and
   * monitors, by https at its usual port.
   */
  public boolean trustsBare(URI uri) {
    return isPlain(uri)
        && (development == null
            ? "https".equalsIgnoreCase(uri.getScheme())
                && Origin.port(uri) == 443
                && (Domains.hold(cloud, uri.getHost()) || Origin.same(uri, graph))
            : Origin.same(uri, development));
  }

  /**
   * An address that Graph handed out to go on at (a next or delta link).
   *
   * @throws CloudException {@link ErrorKind#PROTOCOL} if it does not lead to Graph
   */
  public URI graph(@Nullable String handedOut) {
    return checked(handedOut, this::isGraph);
  }

  /**
   * An address that Graph handed out to be asked without a credential (of a download, an upload, a
   * monitor).
   *
   * @throws CloudException {@link ErrorKind#PROTOCOL} if it does not lead to Microsoft
   */
  public URI bare(@Nullable String handedOut) {
    return checked(handedOut, this::trustsBare);
  }

  private static URI checked(@Nullable String handedOut, Predicate<URI> trusted) {
    URI uri = uri(handedOut);
    if (uri == null || !trusted.test(uri)) {
      throw Faults.protocol(new IOException("an address at another host"));
    }
    return uri;
  }

  private static @Nullable URI uri(@Nullable String text) {
    try {
      return text == null ? null : URI.create(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Whether nothing is smuggled: no user, no fragment, no way up. */
  private static boolean isPlain(URI uri) {
    return uri.getHost() != null
        && uri.getRawUserInfo() == null
        && uri.getRawFragment() == null
        && List.of(uri.getRawPath().split("/", -1)).stream().noneMatch(Endpoints::isDots);
  }

  private static boolean isDots(String segment) {
    String plain = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
    return plain.equals(".") || plain.equals("..");
  }
}

package dev.davit.http;

import dev.davit.testkit.memory.MemoryOAuth;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Connects by OAuth as browsers and frontends do it, one step at a time. */
final class Connects {
  static final String INITIATE = "/api/cloud/oauth/initiate/memory_oauth";
  static final String CALLBACK = "/api/cloud/oauth/callback/memory_oauth";
  static final String COMPLETE = "/api/cloud/oauth/complete";

  private Connects() {}

  /**
   * A connect that was begun.
   *
   * @param page where the user is to be sent
   * @param setCookie the one that was set; empty if there was none
   */
  record Started(URI page, String setCookie) {
    /** What the browser sends from now on. */
    String cookie() {
      return setCookie.substring(0, setCookie.indexOf(';'));
    }

    String cookieName() {
      return setCookie.substring(0, setCookie.indexOf('='));
    }
  }

  static Started start(Client client) {
    return of(client.get(INITIATE).is(200));
  }

  static Started of(Reply reply) {
    List<String> cookies = reply.response().headers().allValues("Set-Cookie");
    return new Started(
        URI.create(reply.get("authorization_url")),
        cookies.isEmpty() ? "" : cookies.get(cookies.size() - 1));
  }

  /** The address to which the provider sends the browser, as Google does it. */
  static String back(MemoryOAuth.Returned answer) {
    StringBuilder query = new StringBuilder("?state=").append(encoded(answer.state().reveal()));
    query.append("&iss=").append(encoded(answer.issuer()));
    if (answer.code() != null) {
      query.append("&code=").append(encoded(answer.code().reveal()));
    }
    if (answer.error() != null) {
      query.append("&error=").append(encoded(answer.error()));
    }
    return CALLBACK + query + "&scope=files+profile&authuser=0&prompt=consent";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** All of it, in one browser. */
  static Reply connect(World world, Client client, String account) {
    Started started = start(client);
    return world
        .nobody()
        .with("Cookie", started.cookie())
        .get(back(world.cloud.oauth().consent(started.page(), account)));
  }
}

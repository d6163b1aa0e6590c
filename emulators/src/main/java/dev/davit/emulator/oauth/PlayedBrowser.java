package dev.davit.emulator.oauth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser whose user walks an emulator's pages over HTTP and leaves at the redirect. */
public final class PlayedBrowser {
  /** A user, who fills in what a form asks beside which attempt it belongs to. */
  @FunctionalInterface
  public interface User {
    /**
     * Answers one page.
     *
     * @param action where its form goes
     * @param page its HTML
     * @param field takes names and values
     */
    void answer(String action, String page, BiConsumer<String, String> field);
  }

  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern ACTION = Pattern.compile("action=\"(/[^\"]+)\"");
  private static final Pattern ATTEMPT = Pattern.compile("name=\"attempt\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(new CookieManager())
          .build();
  private final User user;

  /** Opens one. */
  public PlayedBrowser(User user) {
    this.user = user;
  }

  /**
   * Opens a page and answers what it asks.
   *
   * @return where it was sent in the end, without going there
   * @throws IllegalStateException when a page says that something is wrong
   */
  public URI open(URI page) {
    HttpResponse<String> answer = send(HttpRequest.newBuilder(page));
    while (answer.statusCode() == OK) {
      answer = send(form(answer));
    }
    String body = answer.statusCode() + " " + answer.body();
    return answer
        .headers()
        .firstValue("Location")
        .map(URI::create)
        .orElseThrow(() -> new IllegalStateException(body));
  }

  /** The form of a page, filled in. */
  private HttpRequest.Builder form(HttpResponse<String> page) {
    String action = first(ACTION, page.body());
    StringBuilder fields = new StringBuilder("attempt=" + first(ATTEMPT, page.body()));
    user.answer(
        action,
        page.body(),
        (name, value) -> fields.append("&").append(name).append("=").append(encoded(value)));
    return HttpRequest.newBuilder(page.uri().resolve(action))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(fields.toString()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("There is no form to answer: " + text);
    }
    return matcher.group(1);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted.", e);
    }
  }
}

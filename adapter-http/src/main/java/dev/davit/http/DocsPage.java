package dev.davit.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A plain page that lists the routes. */
final class DocsPage {
  static final String MEDIA_TYPE = "text/html; charset=utf-8";

  private DocsPage() {}

  static byte[] of(List<Route> table) {
    String rows = table.stream().map(DocsPage::row).collect(Collectors.joining("\n"));
    String page =
        """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Davit: routes</title></head>
        <body>
        <h1>Routes</h1>
        <p>The same as <a href="/openapi.json">OpenAPI</a>.</p>
        <table>
        <thead><tr><th>Method</th><th>Path</th><th>Who</th><th>Answers</th><th>Problems</th></tr></thead>
        <tbody>
        %s
        </tbody>
        </table>
        </body>
        </html>
        """;
    return page.formatted(rows).getBytes(StandardCharsets.UTF_8);
  }

  private static String row(Route route) {
    return "<tr><td>%s</td><td><code>%s</code></td><td>%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            route.method(),
            route.path(),
            route.access().name().toLowerCase(java.util.Locale.ROOT),
            route.answer().statuses().stream().map(String::valueOf).collect(joined()),
            route.problems().stream().sorted().map(ProblemType::word).collect(joined()));
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }
}

package dev.davit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page's own files may not do, and whether they have all that they ask for. */
class PageSourceTest {
  private static final Pattern NEEDED =
      Pattern.compile("(?:from \"\\./|(?:href|src)=\"|src: \"/)([^\"#]+)\"");

  private static Path folder() throws URISyntaxException {
    URL index = PageSourceTest.class.getResource("page/index.html");
    return Objects.requireNonNull(Path.of(Objects.requireNonNull(index).toURI()).getParent());
  }

  private static List<Path> files(String ending) throws IOException, URISyntaxException {
    try (Stream<Path> all = Files.list(folder())) {
      return all.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  @Test
  void W5_noModule_turnsTextIntoMarkupOrCode() throws Exception {
    assertThat(files(".js")).hasSizeGreaterThan(10);
    for (Path module : files(".js")) {
      assertThat(Files.readString(module))
          .as(module.toString())
          .doesNotContainPattern("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|srcdoc:")
          .doesNotContainPattern("\\beval\\(|new Function|createContextualFragment|DOMParser")
          .doesNotContainPattern("https?://(?!www\\.w3\\.org/2000/svg)");
    }
  }

  @Test
  void W5_index_hasNothingInline() throws Exception {
    assertThat(Files.readString(folder().resolve("index.html")))
        .doesNotContainPattern("(?i)<style|\\sstyle=|\\son[a-z]+=|https?://|<script(?![^>]* src=)");
  }

  @Test
  void everyFileThatIsAskedFor_isThere() throws Exception {
    for (Path file : Stream.concat(files(".js").stream(), files(".html").stream()).toList()) {
      List<String> needed =
          NEEDED.matcher(Files.readString(file)).results().map(PageSourceTest::name).toList();
      assertThat(needed).as(file.toString()).allMatch(name -> isThere(file.resolveSibling(name)));
    }
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }

  private static boolean isThere(Path file) {
    return Files.isRegularFile(file);
  }
}

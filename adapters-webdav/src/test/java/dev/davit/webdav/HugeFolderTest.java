package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with more entries than fit into memory. */
@Tag("long")
class HugeFolderTest extends ScriptedTest {
  private static final int COUNT = 100_000;

  @Test
  void list_hundredThousandEntries_fitIntoASmallHeap(@TempDir Path folder) throws Exception {
    ScriptedServer server =
        server(
            (asked, out) -> {
              out.raw("HTTP/1.1 207 X\r\n\r\n<D:multistatus xmlns:D=\"DAV:\">");
              for (int i = COUNT; i-- > 0; ) {
                out.raw(entry(i));
              }
              out.raw("</D:multistatus>");
            });
    Path output = folder.resolve("out");

    Process process = fork(server.url(), output);

    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(output)).contains("1000 entry-000999.txt true");
  }

  private static String entry(int number) {
    return Xmls.response(
        "/dav/entry-%06d.txt".formatted(number),
        "<D:resourcetype/><D:getcontentlength>12</D:getcontentlength><D:getetag>&quot;%s&quot;</D:getetag>"
            .formatted("x".repeat(200)));
  }

  private static Process fork(String url, Path output) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx24m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            HugeFolder.class.getName(),
            url);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}

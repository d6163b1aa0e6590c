package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders with more entries than fit into memory, listed by JVMs of their own. */
class HugeFolderTest extends ScriptedTest {
  private static final int TIMES = 5;

  @TempDir Path folder;

  @Test
  void list_twentyThousandEntries_areAllThereOnce_inASmallHeap() throws Exception {
    ScriptedServer server = serving(20_000);

    assertWhole(20_000, run("-Xmx16m", "davit", server, 1));
    assertThat(server.asked).hasSize(1);
  }

  @Test
  @Tag("long")
  void list_hundredThousandEntries_takesATimeAndAHeapThatSardinesDoesNot() throws Exception {
    ScriptedServer server = serving(100_000);

    List<Run> ours = run("-Xmx16m", "davit", server, TIMES);
    List<Run> sardines = run("-Xmx1g", "sardine", server, TIMES);

    assertWhole(100_000, ours);
    assertWhole(100_000, sardines);
    for (int i = 0; i < TIMES; i++) {
      Run one = ours.get(i);
      Run other = sardines.get(i);
      System.out.printf(
          "100,000 entries, time %d: %s; Sardine's list %s: %.1f times, of work %.1f times%n",
          i + 1,
          one,
          other,
          other.millis() / (double) one.millis(),
          other.worked() / (double) one.worked());
    }
    assertThat(worked(ours)).isLessThan(worked(sardines));
  }

  private static long worked(List<Run> runs) {
    return runs.stream().mapToLong(Run::worked).sum();
  }

  private static void assertWhole(int count, List<Run> runs) {
    assertThat(runs)
        .isNotEmpty()
        .allSatisfy(
            run -> {
              assertThat(run.count()).isEqualTo(count);
              assertThat(run.different()).isEqualTo(count);
            });
  }

  private ScriptedServer serving(int count) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(utf8("HTTP/1.1 207 X\r\nConnection: close\r\n"));
    bytes.writeBytes(utf8("Content-Type: application/xml; charset=utf-8\r\n\r\n"));
    bytes.writeBytes(utf8("<D:multistatus xmlns:D=\"DAV:\">" + Xmls.folder("/dav/")));
    for (int i = 0; i < count; i++) {
      bytes.writeBytes(utf8(entry((int) (i * 7919L % count))));
    }
    bytes.writeBytes(utf8("</D:multistatus>"));
    byte[] answer = bytes.toByteArray();
    return server((asked, out) -> out.bytes().write(answer));
  }

  /** As Apache's mod_dav writes it, in length too: 480 bytes. */
  private static String entry(int number) {
    return Xmls.response(
        "/dav/entry-%06d.txt".formatted(number),
        "<D:resourcetype/><D:creationdate>2026-10-01T10:20:%02dZ</D:creationdate>"
                .formatted(number % 60)
            + "<D:getcontentlength>%d</D:getcontentlength>".formatted(number)
            + "<D:getlastmodified>Thu, 01 Oct 2026 10:%02d:%02d GMT</D:getlastmodified>"
                .formatted(number / 60 % 60, number % 60)
            + "<D:getetag>&quot;%x-%012x&quot;</D:getetag>".formatted(number, number * 31L)
            + "<D:getcontenttype>text/plain</D:getcontenttype>");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<Run> run(String heap, String who, ScriptedServer server, int times)
      throws Exception {
    Path output = folder.resolve(who);
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                HugeFolder.class.getName(),
                who,
                server.url(),
                String.valueOf(times))
            .redirectError(folder.resolve(who + ".err").toFile())
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readAllLines(output)).hasSize(times);
    return Files.readAllLines(output).stream().map(Run::of).toList();
  }

  private record Run(int count, int different, long first, long millis, long worked, long kib) {
    static Run of(String line) {
      long[] numbers = Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
      return new Run(
          (int) numbers[0], (int) numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    @Override
    public String toString() {
      return "first page %d ms, all %d ms, work %d ms, heap %.1f MiB"
          .formatted(first, millis, worked, kib / 1024.0);
    }
  }
}

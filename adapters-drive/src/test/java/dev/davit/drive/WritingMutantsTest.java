package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.testkit.fault.BrokenClient;
import dev.davit.testkit.fault.RewritingLine;
import dev.davit.testkit.fault.Sent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The emulated Drive is strict: an adapter that is broken in one way fails at it. It is broken here
 * by changing what it sends.
 */
class WritingMutantsTest extends GoogleBench {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(.+)");

  static Stream<BrokenClient<Writer>> mutants() {
    return Stream.of(
        BrokenClient.<Writer>sending(
            "a parameter that there is not is refused",
            "GET .*/files\\?.*",
            sent -> sent.to(sent.path() + "&nonsense=1"),
            WritingRules::small),
        BrokenClient.<Writer>sending(
            "what changes a file is a PATCH, and nothing else",
            "PATCH .*",
            sent -> sent.as("POST"),
            WritingRules::delete),
        BrokenClient.<Writer>sending(
            "what replaces a content is a PATCH, and nothing else",
            "PATCH /upload/.*",
            sent -> sent.as("PUT"),
            WritingRules::replace),
        BrokenClient.<Writer>sending(
            "pieces but the last are multiples of 256 KiB",
            "PUT .*upload_id.*",
            Sent::shortened,
            WritingRules::large),
        BrokenClient.<Writer>sending(
            "a piece begins where the one before ended",
            "PUT .*upload_id.*",
            WritingMutantsTest::shifted,
            WritingRules::large),
        BrokenClient.<Writer>sending(
            "a size is what was announced",
            "POST .*resumable.*",
            sent -> sent.with("X-Upload-Content-Length", Long.toString(WritingRules.LARGE + 1)),
            WritingRules::large),
        BrokenClient.<Writer>sending(
            "a range is as long as its body",
            "PUT .*upload_id.*",
            sent -> sent.saying(sent.text() + "x"),
            WritingRules::large),
        BrokenClient.<Writer>sending(
            "an upload says which way it comes",
            "(POST|PATCH) /upload/.*",
            sent -> sent.to(sent.path().replaceFirst("uploadType=\\w+", "uploadType=any")),
            WritingRules::large),
        BrokenClient.<Writer>sending(
            "parts are multipart/related",
            "POST /upload/.*multipart.*",
            sent ->
                sent.with(
                    "Content-Type",
                    sent.header("Content-Type")
                        .replace("multipart/related", "multipart/form-data")),
            WritingRules::small),
        BrokenClient.<Writer>sending(
            "bodies may come gzipped, but ours do not",
            "POST /upload/.*multipart.*",
            WritingMutantsTest::gzipped,
            WritingRules::small),
        BrokenClient.<Writer>sending(
            "an id is one of those that were made",
            "POST .*/files.*",
            sent ->
                sent.saying(sent.text().replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"made-up\"")),
            WritingRules::small),
        BrokenClient.<Writer>sending(
            "without an id two creations make two files",
            "POST /upload/.*",
            sent -> sent.saying(sent.text().replaceFirst("\"id\":\"[^\"]*\",?", "")),
            WritingRules::lost),
        BrokenClient.<Writer>sending(
            "copies of documents are given no id",
            "POST .*/copy.*",
            sent -> sent.saying(sent.text().replaceFirst("[{]", "{\"id\":\"1x\",")),
            WritingRules::copyDocument),
        BrokenClient.<Writer>sending(
            "a boundary has 70 characters at most",
            "POST /upload/.*multipart.*",
            sent ->
                sent.with("Content-Type", lengthened(sent.header("Content-Type")))
                    .saying(lengthened(sent.text())),
            WritingRules::small),
        BrokenClient.<Writer>sending(
            "a file has one parent",
            "POST .*/files.*",
            sent -> sent.saying(sent.text().replace("\"parents\":[", "\"parents\":[\"root\",")),
            WritingRules::small),
        BrokenClient.<Writer>sending(
            "whoever puts a file elsewhere takes it from where it was",
            "PATCH .*addParents.*",
            sent -> sent.to(sent.path().replaceFirst("&removeParents=[^&]*", "")),
            WritingRules::move),
        BrokenClient.<Writer>sending(
            "parents are not named in the body",
            "PATCH .*addParents.*",
            sent ->
                sent.to(sent.path().replaceFirst("addParents=[^&]*&", ""))
                    .saying("{\"parents\":[\"root\"]}"),
            WritingRules::move),
        BrokenClient.<Writer>sending(
            "shared drives are only for those who say that they know them",
            "(POST|PATCH|GET) .*",
            sent -> sent.to(sent.path().replaceFirst("supportsAllDrives=true", "")),
            WritingRules::sharedDrive),
        BrokenClient.<Writer>sending(
            "what is in the bin is listed, too",
            "GET .*/files\\?.*",
            sent ->
                sent.to(
                    sent.path()
                        .replaceFirst("%20and%20trashed%3Dfalse|%20and%20trashed=false", "")),
            WritingRules::deleteAndWriteAgain),
        BrokenClient.<Writer>sending(
            "a folder is what is made as one",
            "POST /drive/v3/files.*",
            sent -> sent.saying(sent.text().replaceFirst("\"mimeType\":\"[^\"]*\",", "")),
            WritingRules::makeFolder),
        BrokenClient.<Writer>sending(
            "DELETE is for good",
            "PATCH .*",
            sent -> sent.text().contains("trashed") ? sent.as("DELETE").saying("") : sent,
            WritingRules::delete),
        BrokenClient.<Writer>sending(
            "nobody is let in without a token",
            ".*",
            sent -> sent.with("Authorization", "Bearer none"),
            WritingRules::small));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutants")
  void brokenAdapter_fails(BrokenClient<Writer> mutant) throws IOException {
    try (RewritingLine line = mutant.line(port());
        Writer ada = Writer.by(googles, line.url())) {
      assertThatThrownBy(() -> mutant.failing().accept(ada))
          .isInstanceOfAny(CloudException.class, AssertionError.class);
      assertThat(line.hasRewritten()).isTrue();
    }
  }

  @Test
  void wholeAdapter_doesNot() throws IOException {
    List<Consumer<Writer>> all =
        Stream.concat(
                mutants().map(BrokenClient::failing),
                MisreadingMutantsTest.mutants().map(BrokenClient::failing))
            .toList();
    try (RewritingLine line = new RewritingLine(port(), sent -> sent)) {
      for (Consumer<Writer> rule : all) {
        try (Writer ada = Writer.by(googles, line.url())) {
          rule.accept(ada);
        }
      }
    }
  }

  private static Sent shifted(Sent sent) {
    Matcher range = RANGE.matcher(sent.header("Content-Range"));
    if (!range.matches() || Long.parseLong(range.group(1)) > 0) {
      return sent;
    }
    byte[] rest = Arrays.copyOfRange(sent.body(), 256 * 1024, sent.body().length);
    return new Sent(sent.method(), sent.path(), sent.headers(), rest)
        .with("Content-Range", "bytes 262144-" + range.group(2) + "/" + range.group(3));
  }

  private static String lengthened(String text) {
    return text.replace("davit-", "davit-" + "x".repeat(70));
  }

  private static Sent gzipped(Sent sent) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(sent.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Sent(sent.method(), sent.path(), sent.headers(), bytes.toByteArray())
        .with("Content-Encoding", "gzip");
  }
}

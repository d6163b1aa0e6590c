package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.testkit.fault.RewritingLine;
import dev.davit.testkit.fault.Sent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

  /**
   * A broken adapter.
   *
   * @param rule of the emulator's that it breaks
   * @param flaw what it sends in place of what it should
   * @param failing what fails
   */
  record Mutant(String rule, UnaryOperator<Sent> flaw, Consumer<Writer> failing) {
    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Mutant> mutants() {
    return Stream.of(
        mutant(
            "a parameter that there is not is refused",
            "GET .*/files\\?.*",
            sent -> sent.to(sent.path() + "&nonsense=1"),
            WritingRules::small),
        mutant(
            "what changes a file is a PATCH, and nothing else",
            "PATCH .*",
            sent -> sent.as("POST"),
            WritingRules::delete),
        mutant(
            "what replaces a content is a PATCH, and nothing else",
            "PATCH /upload/.*",
            sent -> sent.as("PUT"),
            WritingRules::replace),
        mutant(
            "pieces but the last are multiples of 256 KiB",
            "PUT .*upload_id.*",
            WritingMutantsTest::shortened,
            WritingRules::large),
        mutant(
            "a piece begins where the one before ended",
            "PUT .*upload_id.*",
            WritingMutantsTest::shifted,
            WritingRules::large),
        mutant(
            "a size is what was announced",
            "POST .*resumable.*",
            sent -> sent.with("X-Upload-Content-Length", Long.toString(WritingRules.LARGE + 1)),
            WritingRules::large),
        mutant(
            "a range is as long as its body",
            "PUT .*upload_id.*",
            sent -> sent.saying(sent.text() + "x"),
            WritingRules::large),
        mutant(
            "an upload says which way it comes",
            "(POST|PATCH) /upload/.*",
            sent -> sent.to(sent.path().replaceFirst("uploadType=\\w+", "uploadType=any")),
            WritingRules::large),
        mutant(
            "parts are multipart/related",
            "POST /upload/.*multipart.*",
            sent ->
                sent.with(
                    "Content-Type",
                    sent.header("Content-Type")
                        .replace("multipart/related", "multipart/form-data")),
            WritingRules::small),
        mutant(
            "bodies may come gzipped, but ours do not",
            "POST /upload/.*multipart.*",
            WritingMutantsTest::gzipped,
            WritingRules::small),
        mutant(
            "an id is one of those that were made",
            "POST .*/files.*",
            sent ->
                sent.saying(sent.text().replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"made-up\"")),
            WritingRules::small),
        mutant(
            "without an id two creations make two files",
            "POST /upload/.*",
            sent -> sent.saying(sent.text().replaceFirst("\"id\":\"[^\"]*\",?", "")),
            WritingRules::lost),
        mutant(
            "copies of documents are given no id",
            "POST .*/copy.*",
            sent -> sent.saying(sent.text().replaceFirst("[{]", "{\"id\":\"1x\",")),
            WritingRules::copyDocument),
        mutant(
            "a boundary has 70 characters at most",
            "POST /upload/.*multipart.*",
            sent ->
                sent.with("Content-Type", lengthened(sent.header("Content-Type")))
                    .saying(lengthened(sent.text())),
            WritingRules::small),
        mutant(
            "a file has one parent",
            "POST .*/files.*",
            sent -> sent.saying(sent.text().replace("\"parents\":[", "\"parents\":[\"root\",")),
            WritingRules::small),
        mutant(
            "whoever puts a file elsewhere takes it from where it was",
            "PATCH .*addParents.*",
            sent -> sent.to(sent.path().replaceFirst("&removeParents=[^&]*", "")),
            WritingRules::move),
        mutant(
            "parents are not named in the body",
            "PATCH .*addParents.*",
            sent ->
                sent.to(sent.path().replaceFirst("addParents=[^&]*&", ""))
                    .saying("{\"parents\":[\"root\"]}"),
            WritingRules::move),
        mutant(
            "shared drives are only for those who say that they know them",
            "(POST|PATCH|GET) .*",
            sent -> sent.to(sent.path().replaceFirst("supportsAllDrives=true", "")),
            WritingRules::sharedDrive),
        mutant(
            "what is in the bin is listed, too",
            "GET .*/files\\?.*",
            sent ->
                sent.to(
                    sent.path()
                        .replaceFirst("%20and%20trashed%3Dfalse|%20and%20trashed=false", "")),
            WritingRules::deleteAndWriteAgain),
        mutant(
            "a folder is what is made as one",
            "POST /drive/v3/files.*",
            sent -> sent.saying(sent.text().replaceFirst("\"mimeType\":\"[^\"]*\",", "")),
            WritingRules::makeFolder),
        mutant(
            "DELETE is for good",
            "PATCH .*",
            sent -> sent.text().contains("trashed") ? sent.as("DELETE").saying("") : sent,
            WritingRules::delete),
        mutant(
            "nobody is let in without a token",
            ".*",
            sent -> sent.with("Authorization", "Bearer none"),
            WritingRules::small));
  }

  private static Mutant mutant(
      String rule, String requests, UnaryOperator<Sent> flaw, Consumer<Writer> failing) {
    Pattern which = Pattern.compile(requests);
    return new Mutant(
        rule,
        sent ->
            which.matcher(sent.method() + " " + sent.path()).matches() ? flaw.apply(sent) : sent,
        failing);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutants")
  void brokenAdapter_fails(Mutant mutant) throws IOException {
    try (RewritingLine line = line(mutant.flaw());
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
                mutants().map(Mutant::failing),
                MisreadingMutantsTest.mutants().map(MisreadingMutantsTest.Mutant::failing))
            .toList();
    try (RewritingLine line = line(sent -> sent)) {
      for (Consumer<Writer> rule : all) {
        try (Writer ada = Writer.by(googles, line.url())) {
          rule.accept(ada);
        }
      }
    }
  }

  private static RewritingLine line(UnaryOperator<Sent> flaw) throws IOException {
    return new RewritingLine(googles.google().url().getPort(), flaw);
  }

  private static Sent shortened(Sent sent) {
    Matcher range = RANGE.matcher(sent.header("Content-Range"));
    if (!range.matches() || Long.parseLong(range.group(1)) > 0) {
      return sent;
    }
    long last = Long.parseLong(range.group(2)) - 1;
    return sent.saying(sent.text().substring(1))
        .with("Content-Range", "bytes 0-" + last + "/" + range.group(3));
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

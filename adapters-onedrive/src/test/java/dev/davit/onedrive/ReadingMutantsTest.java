package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.testkit.fault.BrokenClient;
import dev.davit.testkit.fault.RewritingLine;
import dev.davit.testkit.fault.Sent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The emulated Graph is strict with those who list and read: an adapter that is broken in one way
 * fails at it. It is broken here by changing what it sends, or what it takes an answer for.
 */
class ReadingMutantsTest {
  @TempDir static Path folder;
  static Microsofts microsofts;

  @BeforeAll
  static void start() {
    microsofts = Microsofts.start(folder);
  }

  @AfterAll
  static void stop() {
    microsofts.close();
  }

  @AfterEach
  void mend() {
    microsofts.microsoft().clearFaults();
  }

  static Stream<BrokenClient<Reader>> mutants() {
    return Stream.of(requests(), lists(), answers()).flatMap(stream -> stream);
  }

  private static Stream<BrokenClient<Reader>> lists() {
    return Stream.of(
        query("no list is skipped into", "/children", "\\$top=\\d+", "$skip=1", Reader::lists),
        query("1,000 a page at most", "/children", "\\$top=\\d+", "$top=1001", Reader::lists),
        query("one a page at least", "/children", "\\$top=\\d+", "$top=0", Reader::lists),
        query(
            "only what is selected comes",
            "/children",
            "\\$select=[^&]*",
            "$select=id",
            Reader::lists),
        query(
            "what there is not can't be selected",
            "/children",
            "%2Cname",
            "%2Cnome",
            Reader::lists),
        query(
            "a page is gone on with by its token",
            "/children",
            "[$]skiptoken=[^&]*",
            "",
            Reader::pages),
        query(
            "a token is the list's own",
            "/children",
            "[$]skiptoken=",
            "$skiptoken=x",
            Reader::pages),
        query("a file has no children", "/children", "/children", "", Reader::fileInPlaceOfAFolder),
        query(
            "an item is in its own drive",
            "/drives/",
            "/drives/[^/]+",
            "/drives/0000000000000001",
            Reader::child),
        query(
            "what is shared is in its owner's drive",
            "/drives/",
            "/drives/[^/]+",
            "/me/drive",
            Reader::shared),
        query("a search quotes its words", "search", "%27%27", "%27", Reader::finds),
        query("a search quotes its words at all", "search", "q='([^']*)'", "q=$1", Reader::finds),
        query(
            "a folder is searched for what is in it",
            "search",
            "/me/drive/",
            "/me/drive/root/",
            Reader::findsShared),
        query(
            "what is found is gone on with by its token",
            "search",
            "[$]skiptoken=[^&]*",
            "",
            Reader::findsInPages));
  }

  private static Stream<BrokenClient<Reader>> requests() {
    return Stream.of(
        query("quota is told where selected", "/me/drive?", "%2Cquota", "", Reader::quota),
        query("changes go on from a token", "/delta", "token=", "token=x", Reader::changed),
        query("changes are told of folders", "/delta", "/root/delta", "/delta", Reader::changed),
        query("bytes are behind /content", "/content", "/content", "", Reader::reads),
        sending("nobody is let in without a token", "/v1.0/", "Authorization", "", Reader::lists),
        sending(
            "no token goes to a download", "/download", "Authorization", "Bearer x", Reader::reads),
        sending("a part is what was asked for", "/download", "Range", "bytes=5-6", Reader::part));
  }

  private static Stream<BrokenClient<Reader>> answers() {
    return Stream.of(
        misread(
            "an empty page is not the end",
            "\"@odata.nextLink\"",
            "\"@odata.nextLinX\"",
            Reader::pagesThatAreEmpty),
        misread(
            "a next link leads on", "\"@odata.nextLink\"", "\"@odata.nextLinX\"", Reader::pages),
        misread(
            "an item that comes again is the same",
            "skiptoken",
            "\"id\":\"([0-9A-F]+)!1",
            "\"id\":\"$1!9",
            Reader::pagesThatRepeat),
        misread("a shortcut leads elsewhere", "\"remoteItem\"", "\"remoteXtem\"", Reader::shared),
        misread(
            "what is found may be elsewhere",
            "\"driveId\":\"....",
            "\"driveId\":\"0000",
            Reader::findsShared),
        misread("a package is no file", "\"package\"", "\"packagX\"", Reader::notebook),
        misread("an eTag is a validator", "\"eTag\"", "\"eTaX\"", Reader::lists),
        misread("what is deleted is gone", "\"deleted\"", "\"deleteX\"", Reader::changed),
        misread(
            "a delta link is where to go on",
            "\"@odata.deltaLink\"",
            "\"@odata.deltaLinX\"",
            Reader::changed),
        misread("410 begins anew", "^HTTP/1.1 410", "HTTP/1.1 503", Reader::changedSinceForgotten),
        misread("malware is not given out", "malwareDetected", "somethingElsedd", Reader::malware),
        misread(
            "a whole in place of a part is a whole",
            "/download",
            "^HTTP/1.1 200",
            "HTTP/1.1 206",
            Reader::whole));
  }

  /** One whose path or query is wrong. */
  private static BrokenClient<Reader> query(
      String rule, String where, String right, String wrong, Consumer<Reader> failing) {
    return flawed(
        rule,
        where,
        sent -> sent.to(sent.path().replaceFirst(right, wrong.replaceFirst("^\\$", "\\\\\\$"))),
        failing);
  }

  private static BrokenClient<Reader> sending(
      String rule, String where, String header, String value, Consumer<Reader> failing) {
    return flawed(rule, where, sent -> sent.with(header, value), failing);
  }

  private static BrokenClient<Reader> flawed(
      String rule, String where, UnaryOperator<Sent> flaw, Consumer<Reader> failing) {
    return BrokenClient.sending(
        rule, sent -> sent.path().contains(where) ? flaw.apply(sent) : sent, failing);
  }

  /** One that takes an answer for another of the same length. */
  private static BrokenClient<Reader> misread(
      String rule, String right, String wrong, Consumer<Reader> failing) {
    return misread(rule, "/", right, wrong, failing);
  }

  private static BrokenClient<Reader> misread(
      String rule, String where, String right, String wrong, Consumer<Reader> failing) {
    Pattern pattern = Pattern.compile(right);
    return BrokenClient.reading(
        rule,
        (sent, answer) ->
            sent.path().contains(where) ? pattern.matcher(answer).replaceAll(wrong) : answer,
        failing);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutants")
  void brokenAdapter_fails(BrokenClient<Reader> mutant) throws IOException {
    try (RewritingLine line = mutant.line(port());
        OneDriveProvider provider = Microsofts.provider(Microsofts.settings(line.url()))) {
      Reader ada = new Reader(microsofts, provider);
      assertThatThrownBy(() -> mutant.failing().accept(ada))
          .isInstanceOfAny(
              CloudException.class, AssertionError.class, IndexOutOfBoundsException.class);
      assertThat(line.hasRewritten()).isTrue();
    }
  }

  @Test
  void wholeAdapter_doesNot() throws IOException {
    List<Consumer<Reader>> all = mutants().map(BrokenClient::failing).distinct().toList();
    try (RewritingLine line = new RewritingLine(port(), sent -> sent);
        OneDriveProvider provider = Microsofts.provider(Microsofts.settings(line.url()))) {
      for (Consumer<Reader> rule : all) {
        rule.accept(new Reader(microsofts, provider));
        microsofts.microsoft().clearFaults();
      }
    }
  }

  private static int port() {
    return microsofts.microsoft().url().getPort();
  }
}

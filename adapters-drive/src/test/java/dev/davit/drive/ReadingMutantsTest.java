package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.testkit.fault.BrokenClient;
import dev.davit.testkit.fault.RewritingLine;
import dev.davit.testkit.fault.Sent;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The emulated Google is strict with those who connect, list and read: an adapter that is broken in
 * one way fails at it. It is broken here by changing what it sends.
 */
class ReadingMutantsTest extends GoogleBench {
  static Stream<BrokenClient<Reader>> mutants() {
    return Stream.of(
        query(
            "unknown parameters are refused", "/files\\?", "pageSize=", "pagesize=", Reader::lists),
        query(
            "a page has 1,000 files at most",
            "/files\\?",
            "pageSize=\\d+",
            "pageSize=1001",
            Reader::lists),
        query("only what is asked for comes", "/files\\?", "fields=[^&]*", "x", Reader::lists),
        query(
            "a token comes only where asked for", "/files\\?", "nextPageToken,", "", Reader::pages),
        query(
            "a page is gone on with by its token",
            "/files\\?",
            "pageToken=[^&]*",
            "",
            Reader::pages),
        query(
            "the bin is listed, too",
            "/files\\?",
            "(%20|\\+)and(%20|\\+)trashed(=|%3D)false",
            "",
            Reader::bin),
        query("quotes end a text", "/files\\?", "%5C'|%5C%27", "%27", Reader::words),
        query(
            "one parent is asked at a time",
            "/files\\?",
            "in(%20|\\+)parents",
            "in%20parents%20or%20'root'%20in%20parents",
            Reader::child),
        query(
            "shared drives are for who knows them",
            "/files",
            "supportsAllDrives=true",
            "",
            Reader::team),
        query(
            "lists leave them out",
            "/files\\?",
            "includeItemsFromAllDrives=true",
            "",
            Reader::team),
        query(
            "a drive is its own corpus",
            "/files\\?",
            "corpora=drive&driveId=[^&]*",
            "",
            Reader::team),
        query("a corpus has its drive", "/files\\?", "driveId=[^&]*", "", Reader::team),
        query("100 drives at most", "/drives\\?", "pageSize=\\d+", "pageSize=101", Reader::team),
        query("bytes come by alt=media", "alt=media", "alt=media", "", Reader::reads),
        query(
            "exports are of formats that there are",
            "/export",
            "mimeType=[^&]*",
            "mimeType=image%2Fgif",
            Reader::exports),
        query(
            "an export is no download", "/export\\?", "/export\\?", "?alt=media&", Reader::exports),
        query("about says what is asked for", "/about", "fields=[^&]*", "", Reader::quota),
        query("changes go on from a token", "/changes\\?", "pageToken=[^&]*", "", Reader::changed),
        query(
            "the new start is told where asked for",
            "/changes\\?",
            "newStartPageToken,",
            "",
            Reader::changed),
        query(
            "what was removed is told",
            "/changes\\?",
            "includeRemoved=true",
            "includeRemoved=false",
            Reader::changed),
        query(
            "changes in shared drives are for who asks",
            "/changes\\?",
            "includeItemsFromAllDrives=true",
            "",
            Reader::teamChanged),
        BrokenClient.<Reader>sending(
            "an empty file has no parts",
            at("alt=media", sent -> sent.with("Range", "bytes=0-")),
            Reader::empty),
        BrokenClient.<Reader>sending(
            "a part is what was asked for",
            at("alt=media", sent -> sent.with("Range", "bytes=5-6")),
            Reader::part),
        BrokenClient.<Reader>sending(
            "nobody is let in without a token",
            at("/drive/", sent -> sent.with("Authorization", "")),
            Reader::lists),
        form("a code wants its verifier", "code_verifier=[^&]*&?", "", Reader::connects),
        form(
            "of that verifier",
            "code_verifier=[^&]*",
            "code_verifier=" + "other-one-".repeat(6),
            Reader::connects),
        form(
            "the redirect is the same",
            "redirect_uri=[^&]*",
            "redirect_uri=http%3A%2F%2F127.0.0.1%3A9%2Fother",
            Reader::connects),
        form(
            "the client shows its secret",
            "client_secret=[^&]*",
            "client_secret=guessed",
            Reader::connects),
        form("the client has an id", "client_id=[^&]*", "client_id=guessed", Reader::connects),
        form("there are two grant types here", "authorization_code", "password", Reader::connects),
        form("nothing else is said", "grant_type", "audience=x&grant_type", Reader::connects),
        form(
            "a refresh wants its token",
            "refresh_token=[^&]*",
            "refresh_token=guessed",
            Reader::refreshes),
        form(
            "scopes don't grow",
            "grant_type=refresh_token",
            "scope=openid+nonsense&grant_type=refresh_token",
            Reader::refreshes),
        BrokenClient.<Reader>sending(
            "tokens are posted for",
            at("/token", sent -> sent.as("GET").saying("")),
            Reader::connects),
        BrokenClient.<Reader>sending(
            "as a form",
            at("/token", sent -> sent.with("Content-Type", "application/json")),
            Reader::connects),
        BrokenClient.<Reader>sending(
            "revoking wants the token alone",
            at("/revoke", sent -> sent.saying(sent.text() + "&client_id=x")),
            Reader::revokes),
        BrokenClient.<Reader>sending(
            "and is posted, too",
            at("/revoke", sent -> sent.as("GET").saying("")),
            Reader::revokes));
  }

  private static BrokenClient<Reader> query(
      String rule, String where, String right, String wrong, Consumer<Reader> failing) {
    return BrokenClient.<Reader>sending(
        rule, at(where, sent -> sent.to(sent.path().replaceAll(right, wrong))), failing);
  }

  private static BrokenClient<Reader> form(
      String rule, String right, String wrong, Consumer<Reader> failing) {
    return BrokenClient.<Reader>sending(
        rule, at("/token", sent -> sent.saying(sent.text().replaceFirst(right, wrong))), failing);
  }

  private static UnaryOperator<Sent> at(String where, UnaryOperator<Sent> flaw) {
    Pattern which = Pattern.compile(where);
    return sent -> which.matcher(sent.path()).find() ? flaw.apply(sent) : sent;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mutants")
  void brokenAdapter_fails(BrokenClient<Reader> mutant) throws IOException {
    try (RewritingLine line = mutant.line(port());
        DriveProvider provider = googles.provider(Googles.settings(line.url()))) {
      Reader ada = new Reader(googles, provider);
      assertThatThrownBy(() -> mutant.failing().accept(ada))
          .isInstanceOfAny(CloudException.class, AssertionError.class, NullPointerException.class);
      assertThat(line.hasRewritten()).isTrue();
    }
  }

  @Test
  void wholeAdapter_doesNot() throws IOException {
    List<Consumer<Reader>> all = mutants().map(BrokenClient::failing).distinct().toList();
    try (RewritingLine line = new RewritingLine(port(), sent -> sent);
        DriveProvider provider = googles.provider(Googles.settings(line.url()))) {
      all.forEach(rule -> rule.accept(new Reader(googles, provider)));
    }
  }
}

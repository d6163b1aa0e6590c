package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import dev.davit.webdav.ScriptedServer.Asked;
import dev.davit.webdav.ScriptedServer.Out;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Writes that depend on an etag, at servers that heed conditions and at others. */
class ConditionsTest extends ScriptedTest {
  private static final String FILE = "/dav/a.txt";

  private static WriteRequest ifMatch(String etag, String text) {
    return new WriteRequest(
        Davs.attempt(EntryId.ROOT, "a.txt"),
        TestContent.of(text),
        null,
        ConflictPolicy.REPLACE,
        etag);
  }

  private static long puts(ScriptedServer server) {
    return server.asked.stream().filter(one -> one.is("PUT")).count();
  }

  /** Somebody else writes when the last step is on its way. */
  private static final class Racing extends EtagDav {
    private final AtomicBoolean raced = new AtomicBoolean();

    @Override
    void move(Asked asked, Out out) throws Exception {
      if (asked.header("destination").endsWith(FILE) && raced.compareAndSet(false, true)) {
        files.put(FILE, "theirs");
      }
      super.move(asked, out);
    }
  }

  @Test
  void ifMatch_heeded_aChangeInThatVeryMoment_isSeen_andStays() {
    Racing dav = new Racing();
    dav.with(FILE, "old");

    assertKind(
        ErrorKind.PRECONDITION_FAILED,
        () -> storage(server(dav)).write(ifMatch(dav.etag(FILE), "new")));

    assertThat(dav.files).containsOnlyKeys("/dav/", FILE).containsEntry(FILE, "theirs");
  }

  @Test
  void ifMatch_heeded_writes_andIsTriedOnceForAServer() {
    EtagDav dav = new EtagDav();
    dav.with(FILE, "old");
    ScriptedServer server = server(dav);
    WebDavProvider provider = provider(Davs.settings());

    for (int i = 0; i < 3; i++) {
      Storage storage = provider.open(Davs.source(Davs.fields(server.url())));
      storage.write(ifMatch(dav.etag(FILE), "new " + i));
    }

    assertThat(puts(server)).isEqualTo(4);
    assertThat(dav.files).containsOnlyKeys("/dav/", FILE).containsEntry(FILE, "new 2");
  }

  @Test
  void ifMatch_ofAnotherEtag_isRefusedBeforeAnythingIsSent() {
    EtagDav dav = new EtagDav();
    dav.with(FILE, "old");
    ScriptedServer server = server(dav);

    assertKind(
        ErrorKind.PRECONDITION_FAILED, () -> storage(server).write(ifMatch("\"other\"", "new")));

    assertThat(puts(server)).isZero();
  }

  @Test
  void ifMatch_notHeeded_isComparedHere_andNoFileOfTheUserWasTheTrial() {
    EtagDav dav = new EtagDav();
    dav.heed = (wanted, present) -> true;
    dav.with(FILE, "old");
    ScriptedServer server = server(dav);
    Storage storage = storage(server);

    storage.write(ifMatch(dav.etag(FILE), "new"));
    storage.write(ifMatch(dav.etag(FILE), "newer"));

    assertThat(puts(server)).isEqualTo(3);
    assertThat(dav.files).containsOnlyKeys("/dav/", FILE).containsEntry(FILE, "newer");
    assertThat(
            server.asked.stream()
                .filter(one -> one.header("destination").endsWith(FILE))
                .map(one -> one.header("if")))
        .containsOnly("");
  }

  @Test
  void ifMatch_heededAlsoWhereItIsRight_isComparedHere() {
    EtagDav dav = new EtagDav();
    dav.heed = (wanted, present) -> false;
    dav.with(FILE, "old");
    ScriptedServer server = server(dav);
    Storage storage = storage(server);

    storage.write(ifMatch(dav.etag(FILE), "new"));
    storage.write(ifMatch(dav.etag(FILE), "newer"));

    assertThat(dav.files).containsOnlyKeys("/dav/", FILE).containsEntry(FILE, "newer");
    assertThat(server.asked.stream().filter(one -> !one.header("if").isEmpty())).hasSize(2);
  }

  @Test
  void recover_removesWhatATrialLeft() {
    EtagDav dav = new EtagDav();
    String tag = "t".repeat(64);
    dav.with("/dav/.davit-" + tag.substring(1) + "-.part", "");

    assertThat(storage(server(dav)).recover(new WriteAttempt(EntryId.ROOT, "a.txt", tag)))
        .isEmpty();
    assertThat(dav.files).containsOnlyKeys("/dav/");
  }

  @Test
  void write_serverThatOverwritesAlthoughItMustNot_looksOnceMore() {
    MiniDav dav =
        new MiniDav() {
          @Override
          void put(Asked asked, Out out) throws Exception {
            super.put(asked, out);
            files.put(FILE, "theirs");
          }

          @Override
          void move(Asked asked, Out out) {
            throw new AssertionError("nothing may be moved");
          }
        };

    assertKind(
        ErrorKind.CONFLICT,
        () ->
            storage(server(dav))
                .write(Davs.write(EntryId.ROOT, "a.txt", "ours", ConflictPolicy.FAIL)));
    assertThat(dav.files).containsOnlyKeys("/dav/", FILE).containsEntry(FILE, "theirs");
  }
}

package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.webdav.ScriptedServer.Asked;
import dev.davit.webdav.ScriptedServer.Out;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that do what the standard does not say, or say it otherwise. */
class OtherServersTest extends ScriptedTest {
  private static final String FILE = "/dav/a.txt";

  private static Entry replace(Storage storage) {
    return storage.write(Davs.write(EntryId.ROOT, "a.txt", "new", ConflictPolicy.REPLACE));
  }

  @ParameterizedTest
  @ValueSource(ints = {405, 501})
  void write_serverThatCantMove_isUnsupported_andTheOldStays(int status) {
    MiniDav dav =
        new MiniDav() {
          @Override
          void move(Asked asked, Out out) throws Exception {
            out.status(status);
          }
        };
    dav.with(FILE, "old");

    CloudException thrown = failure(() -> replace(storage(server(dav))));

    assertThat(thrown.kind()).isEqualTo(ErrorKind.UNSUPPORTED);
    assertThat(thrown.hints().capability()).isEqualTo("move");
    assertThat(thrown).hasMessageContaining("MOVE");
    assertThat(dav.files).containsOnlyKeys("/dav/", FILE).containsEntry(FILE, "old");
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 405, 409, 500})
  void write_folderGoneMeanwhile_isNotFound_whateverTheServerCallsIt(int status) {
    MiniDav dav =
        new MiniDav() {
          @Override
          void put(Asked asked, Out out) throws Exception {
            super.put(asked, new Out(OutputStream.nullOutputStream()));
            files.keySet().removeIf(path -> path.startsWith("/dav/f/"));
            out.status(status);
          }
        };
    Storage storage = storage(server(dav.with("/dav/f/", "")));
    EntryId folder = storage.stat(new EntryId("1Zi8")).id();

    assertKind(
        ErrorKind.NOT_FOUND,
        () -> storage.write(Davs.write(folder, "a", "x", ConflictPolicy.FAIL)));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 405, 409, 500})
  void createFolder_inOneThatIsGone_isNotFound_whateverTheServerCallsIt(int status) {
    ScriptedServer server = server(empty((asked, out) -> out.status(status)));

    assertKind(ErrorKind.NOT_FOUND, () -> storage(server).createFolder(new EntryId("1Zi8"), "x"));
  }

  @ParameterizedTest
  @CsvSource({"403, PROVIDER_DENIED", "500, UNAVAILABLE", "405, PROTOCOL", "507, QUOTA_EXCEEDED"})
  void createFolder_inOneThatIsThere_isRefusedForWhatItIs(int status, ErrorKind kind) {
    ScriptedServer server = server(empty((asked, out) -> out.status(status)));

    assertKind(kind, () -> storage(server).createFolder(EntryId.ROOT, "x"));
  }

  @Test
  void createFolder_serverThatMakesItTwice_isConflict() {
    MiniDav dav =
        new MiniDav() {
          @Override
          public void answer(Asked asked, Out out) throws Exception {
            if (asked.is("MKCOL")) {
              files.put(asked.path(), "");
              out.status(201);
            } else {
              super.answer(asked, out);
            }
          }
        };
    Storage storage = storage(server(dav));
    storage.createFolder(EntryId.ROOT, "f");

    assertKind(ErrorKind.CONFLICT, () -> storage.createFolder(EntryId.ROOT, "f"));
  }

  @Test
  void delete_partlyFailed_isConflict_andWhollyDoneIsDone() {
    AtomicGone gone = new AtomicGone();
    Storage storage = storage(server(gone.with("/dav/f/", "")));
    EntryId folder = storage.stat(new EntryId("1Zi8")).id();

    assertKind(ErrorKind.CONFLICT, () -> storage.delete(folder));
    gone.whole = true;
    storage.delete(folder);
    assertThat(gone.files).containsOnlyKeys("/dav/");
  }

  /** Says 207 to each DELETE. */
  private static final class AtomicGone extends MiniDav {
    volatile boolean whole;

    @Override
    public void answer(Asked asked, Out out) throws Exception {
      if (asked.is("DELETE")) {
        if (whole) {
          files.remove(asked.path());
        }
        out.multi(
            "<D:response><D:href>/dav/f/x</D:href>"
                + "<D:status>HTTP/1.1 423 Locked</D:status></D:response>");
      } else {
        super.answer(asked, out);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"207, CONFLICT", "423, LOCKED", "507, QUOTA_EXCEEDED", "414, INVALID_REQUEST"})
  void move_refused_leavesTheFileWhereItWas(int status, ErrorKind kind) {
    MiniDav dav =
        new MiniDav() {
          @Override
          void move(Asked asked, Out out) throws Exception {
            out.say(status, "", Xmls.multi(""));
          }
        };
    Storage storage = storage(server(dav.with(FILE, "old")));

    assertKind(
        kind, () -> storage.move(new EntryId("1YS50eHQ"), EntryId.ROOT, "b", ConflictPolicy.FAIL));
    assertThat(dav.files).containsOnlyKeys("/dav/", FILE);
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 504})
  void move_doneBehindAGatewayThatGaveUp_isDone(int status) {
    MiniDav dav =
        new MiniDav() {
          @Override
          void move(Asked asked, Out out) throws Exception {
            moved(asked);
            out.status(status);
          }
        };
    ScriptedServer server = server(dav.with(FILE, "old"));

    Entry moved =
        storage(server).move(new EntryId("1YS50eHQ"), EntryId.ROOT, "b", ConflictPolicy.FAIL);

    assertThat(moved.name()).isEqualTo("b");
    assertThat(server.asked.stream().filter(one -> one.is("MOVE"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"413, TOO_LARGE", "423, LOCKED", "425, UNAVAILABLE", "429, RATE_LIMITED"})
  void write_refusedForNow_saysHowLong(int status, ErrorKind kind) {
    MiniDav dav =
        new MiniDav() {
          @Override
          void put(Asked asked, Out out) throws Exception {
            asked.body();
            out.say(status, "Retry-After: 7", "");
          }
        };
    dav.with(FILE, "old");

    CloudException thrown = failure(() -> replace(storage(server(dav))));

    assertThat(thrown.kind()).isEqualTo(kind);
    assertThat(thrown.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(dav.files).containsOnlyKeys("/dav/", FILE).containsEntry(FILE, "old");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 308})
  void folders_thatHaveToBeAskedForWithASlash_areFollowed(int status) {
    MiniDav dav =
        new MiniDav() {
          @Override
          void propfind(Asked asked, Out out) throws Exception {
            if (files.containsKey(asked.path() + "/")) {
              out.say(status, "Location: " + asked.path() + "/", "");
            } else {
              super.propfind(asked, out);
            }
          }
        };
    Storage storage = storage(server(dav.with("/dav/f/", "").with(FILE, "old")));

    assertKind(ErrorKind.CONFLICT, () -> storage.createFolder(EntryId.ROOT, "f"));
    assertKind(
        ErrorKind.CONFLICT,
        () -> storage.write(Davs.write(EntryId.ROOT, "f", "x", ConflictPolicy.REPLACE)));
    Entry moved =
        storage.move(
            new EntryId("1YS50eHQ"),
            storage.stat(new EntryId("1Zi8")).id(),
            "b",
            ConflictPolicy.FAIL);
    assertThat(dav.files).containsKey("/dav/f/b");
    assertThat(storage.list(new ListRequest(EntryId.ROOT, 5, null)).entries()).isEmpty();
    assertThat(moved.name()).isEqualTo("b");
  }
}

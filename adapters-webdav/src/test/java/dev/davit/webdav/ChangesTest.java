package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.EntryId;
import dev.davit.webdav.ScriptedServer.Asked;
import dev.davit.webdav.ScriptedServer.Out;
import org.junit.jupiter.api.Test;

/** Folders at servers that do one thing differently. */
class ChangesTest extends ScriptedTest {
  @Test
  void createFolder_there_isConflict_whateverTheServerWouldSay() {
    ScriptedServer server = server(new MiniDav().with("/dav/f/", ""));

    assertKind(ErrorKind.CONFLICT, () -> storage(server).createFolder(EntryId.ROOT, "f"));
    assertThat(server.lines()).doesNotContain("MKCOL /dav/f/");
  }

  @Test
  void createFolder_appearsMeanwhile_isConflict_notAllowed_isProtocol() {
    MiniDav late =
        new MiniDav() {
          @Override
          public void answer(Asked asked, Out out) throws Exception {
            if (asked.is("MKCOL")) {
              files.put(asked.path(), "");
            }
            super.answer(asked, out);
          }
        };
    ScriptedServer never = server(empty((asked, out) -> out.status(405)));

    assertKind(ErrorKind.CONFLICT, () -> storage(server(late)).createFolder(EntryId.ROOT, "f"));
    assertKind(ErrorKind.PROTOCOL, () -> storage(never).createFolder(EntryId.ROOT, "f"));
  }

  @Test
  void delete_multiStatus_isConflictIfItIsStillThere() {
    EntryId f = new EntryId("1Zi8");
    MiniDav dav =
        new MiniDav() {
          @Override
          public void answer(Asked asked, Out out) throws Exception {
            if (asked.is("DELETE")) {
              if (!asked.path().equals("/dav/f/")) {
                files.remove(asked.path());
              }
              out.multi("");
            } else {
              super.answer(asked, out);
            }
          }
        };
    dav.with("/dav/f/", "").with("/dav/g/", "");

    assertKind(ErrorKind.CONFLICT, () -> storage(server(dav)).delete(f));
    storage(server(dav)).delete(new EntryId("1Zy8"));
    assertThat(dav.files).doesNotContainKey("/dav/g/");
  }

  @Test
  void deleteOrMove_fileThatIsAFolderByNow_isNotFound() {
    EntryId file = new EntryId("1YQ");
    MiniDav dav = new MiniDav().with("/dav/a/", "");

    assertKind(ErrorKind.NOT_FOUND, () -> storage(server(dav)).delete(file));
    assertKind(
        ErrorKind.NOT_FOUND,
        () -> storage(server(dav)).move(file, EntryId.ROOT, "b", ConflictPolicy.FAIL));
    assertThat(dav.files).containsKey("/dav/a/");
  }
}

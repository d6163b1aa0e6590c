package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import dev.davit.webdav.ScriptedServer.Asked;
import dev.davit.webdav.ScriptedServer.Out;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Writing to servers that do one thing differently. */
class WritesTest extends ScriptedTest {
  private static WriteRequest replace(Content content) {
    return request(content, ConflictPolicy.REPLACE, null);
  }

  private static WriteRequest request(
      Content content, ConflictPolicy policy, @Nullable String ifMatch) {
    return new WriteRequest(
        Davs.attempt(EntryId.ROOT, "a.txt"), content, "text/plain", policy, ifMatch);
  }

  private static MiniDav old() {
    return new MiniDav().with("/dav/a.txt", "old");
  }

  private static void assertUntouched(MiniDav dav) {
    assertThat(dav.files)
        .containsOnlyKeys("/dav/", "/dav/a.txt")
        .containsEntry("/dav/a.txt", "old");
  }

  @Test
  void write_isNeverChunked(@TempDir Path spool) {
    MiniDav dav = new MiniDav();
    ScriptedServer server = server(dav);

    storage(server, Davs.settings().withSpool(spool))
        .write(replace(TestContent.of("of unknown size").withUnknownSize()));

    Asked put = server.asked.stream().filter(one -> one.is("PUT")).findFirst().orElseThrow();
    assertThat(put.header("content-length")).isEqualTo("15");
    assertThat(put.header("content-type")).isEqualTo("text/plain");
    assertThat(put.headers()).doesNotContainKeys("transfer-encoding", "expect");
    assertThat(put.path()).matches("/dav/\\.davit-tag-[0-9]+\\.part");
    assertThat(dav.files).containsEntry("/dav/a.txt", "of unknown size");
    assertThat(spool).isEmptyDirectory();
  }

  @Test
  void write_spooledContent_isReadableByItsOwnerOnly(@TempDir Path spool) {
    CopyOnWriteArrayList<String> seen = new CopyOnWriteArrayList<>();
    MiniDav dav =
        new MiniDav() {
          @Override
          void put(Asked asked, Out out) throws Exception {
            try (var files = Files.list(spool)) {
              for (Path file : files.toList()) {
                seen.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
              }
            }
            out.status(507);
          }
        };

    assertKind(
        ErrorKind.QUOTA_EXCEEDED,
        () ->
            storage(server(dav), Davs.settings().withSpool(spool))
                .write(replace(TestContent.of("x").withUnknownSize())));
    assertThat(seen).containsExactly("rw-------");
    assertThat(spool).isEmptyDirectory();
  }

  @Test
  void write_serverKeepsLessThanItWasSent_theOldStays() {
    MiniDav dav =
        new MiniDav() {
          @Override
          void put(Asked asked, Out out) throws Exception {
            asked.body();
            files.put(asked.path(), "cut");
            out.status(201);
          }
        };
    dav.with("/dav/a.txt", "old");

    assertKind(
        ErrorKind.PROTOCOL, () -> storage(server(dav)).write(replace(TestContent.of("the whole"))));
    assertUntouched(dav);
  }

  @ParameterizedTest
  @CsvSource({
    "403, PROVIDER_DENIED",
    "404, NOT_FOUND",
    "409, NOT_FOUND",
    "413, TOO_LARGE",
    "423, LOCKED",
    "500, UNAVAILABLE",
    "507, QUOTA_EXCEEDED"
  })
  void write_refused_leavesTheOldAndNothingElse(int status, ErrorKind kind) {
    MiniDav dav =
        new MiniDav() {
          @Override
          void put(Asked asked, Out out) throws Exception {
            super.put(asked, new Out(java.io.OutputStream.nullOutputStream()));
            out.status(status);
          }
        };
    dav.with("/dav/a.txt", "old");

    assertKind(kind, () -> storage(server(dav)).write(replace(TestContent.of("new"))));
    assertUntouched(dav);
  }

  @Test
  void write_moveLostAfterItTookEffect_isNotRepeated() {
    MiniDav dav =
        new MiniDav() {
          @Override
          void move(Asked asked, Out out) throws Exception {
            moved(asked);
            throw new IOException("dropped");
          }
        };
    ScriptedServer server = server(dav);

    Entry entry = storage(server).write(request(TestContent.of("new"), ConflictPolicy.FAIL, null));

    assertThat(entry.name()).isEqualTo("a.txt");
    assertThat(server.asked.stream().filter(one -> one.is("MOVE"))).hasSize(1);
    assertThat(dav.files).containsOnlyKeys("/dav/", "/dav/a.txt");
  }

  @Test
  void write_moveLostBeforeItTookEffect_isRepeatedOnce() {
    CountDownLatch first = new CountDownLatch(1);
    MiniDav dav =
        new MiniDav() {
          @Override
          void move(Asked asked, Out out) throws Exception {
            if (first.getCount() > 0) {
              first.countDown();
              throw new IOException("dropped");
            }
            super.move(asked, out);
          }
        };
    dav.with("/dav/a.txt", "old");
    ScriptedServer server = server(dav);

    storage(server).write(replace(TestContent.of("new")));

    assertThat(server.asked.stream().filter(one -> one.is("MOVE"))).hasSize(2);
    assertThat(dav.files).containsEntry("/dav/a.txt", "new").hasSize(2);
  }

  @Test
  void write_folderAppearsMeanwhile_isNotReplaced() {
    MiniDav dav =
        new MiniDav() {
          @Override
          void move(Asked asked, Out out) throws Exception {
            files.putIfAbsent("/dav/a.txt/", "");
            out.status(asked.header("overwrite").equals("F") ? 412 : 204);
          }
        };
    ScriptedServer server = server(dav);

    assertKind(ErrorKind.CONFLICT, () -> storage(server).write(replace(TestContent.of("new"))));
    assertThat(server.asked.stream().filter(one -> one.is("MOVE")))
        .allMatch(one -> one.header("overwrite").equals("F"));
    assertThat(dav.files).containsOnlyKeys("/dav/", "/dav/a.txt/");
  }

  @Test
  void write_destinationIsAbsoluteAndEncoded() {
    ScriptedServer server = server(new MiniDav());
    storage(server).write(Davs.write(EntryId.ROOT, "ä b;c.txt", "x", ConflictPolicy.FAIL));

    Asked move = server.asked.stream().filter(one -> one.is("MOVE")).findFirst().orElseThrow();
    assertThat(move.header("destination")).isEqualTo(server.url() + "%C3%A4%20b%3Bc.txt");
    assertThat(move.header("overwrite")).isEqualTo("F");
  }

  @Test
  void write_contentThatFails_leavesTheOldAndNothingElse() {
    MiniDav dav = old();
    Content broken = content(new Failing(new IOException("the disk is gone")));
    Content buggy = content(new Failing(new IllegalStateException("a bug")));

    assertKind(ErrorKind.UNAVAILABLE, () -> storage(server(dav)).write(replace(broken)));
    assertThatThrownBy(() -> storage(server(dav)).write(replace(buggy)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a bug");
    assertUntouched(dav);
  }

  private static final class Failing extends InputStream {
    private final Exception failure;

    Failing(Exception failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (failure instanceof RuntimeException bug) {
        throw bug;
      }
      throw new IOException(failure);
    }
  }

  private static Content content(InputStream afterSome) {
    return new Content() {
      @Override
      public OptionalLong size() {
        return OptionalLong.of(1000);
      }

      @Override
      public boolean repeatable() {
        return false;
      }

      @Override
      public InputStream open() {
        return new SequenceInputStream(new ByteArrayInputStream(new byte[10]), afterSome);
      }
    };
  }

  @Test
  void S4_write_serverThatDoesNotRead_isCut() {
    CountDownLatch over = new CountDownLatch(1);
    ScriptedServer server =
        server(
            new MiniDav() {
              @Override
              void put(Asked asked, Out out) throws Exception {
                over.await(30, TimeUnit.SECONDS);
              }
            });

    CloudException thrown =
        failure(
            () ->
                storage(server, Davs.impatient())
                    .write(replace(TestContent.of(new byte[32 * 1024 * 1024]))));

    assertThat(thrown.kind()).isEqualTo(ErrorKind.UNAVAILABLE);
    over.countDown();
  }
}

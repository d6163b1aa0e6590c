package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole life at a Tomcat that takes nothing but Digest. */
class TomcatDigestTest {
  private static final int MANY = 40;

  @TempDir Path folder;
  @TempDir Path work;
  private TomcatDav server;
  private final WebDavProvider provider = new WebDavProvider(Davs.loopback(), Davs.settings());

  @BeforeEach
  void start() {
    server = TomcatDav.startWithDigest(folder, work, Davs.USER, Davs.PASSWORD);
  }

  @AfterEach
  void stop() {
    provider.close();
    server.close();
  }

  private SecretFields verified(String password) {
    Authentication.Fields login = (Authentication.Fields) provider.authentication();
    return (SecretFields) login.verify(Davs.fields(server.url(), Davs.USER, password)).credential();
  }

  private Storage connected() {
    return provider.open(Davs.source(verified(Davs.PASSWORD)));
  }

  @Test
  void life() throws Exception {
    Storage storage = connected();
    Entry made = storage.createFolder(EntryId.ROOT, "ö rdner;");
    TestContent once = TestContent.of("content for once");
    Entry file =
        storage.write(
            new WriteRequest(
                Davs.attempt(made.id(), "a"), once, "text/plain", ConflictPolicy.FAIL, null));
    storage.write(Davs.write(made.id(), "a", "something else", ConflictPolicy.REPLACE));

    assertThat(once.opened()).isEqualTo(1);
    assertThat(storage.list(new ListRequest(made.id(), 10, null)).entries())
        .extracting(Entry::name)
        .containsExactly("a");
    assertThat(RealServerTest.text(storage.read(file.id(), new ByteRange.From(10))))
        .isEqualTo("else");
    Entry moved = storage.move(file.id(), EntryId.ROOT, "b", ConflictPolicy.FAIL);
    assertThat(folder.resolve("b")).hasContent("something else");
    storage.delete(moved.id());
    storage.delete(made.id());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void manyAtATime_shareANonce() throws Exception {
    Storage storage = connected();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Boolean> ask = () -> storage.stat(EntryId.ROOT).isFolder();
      List<Future<Boolean>> answers = threads.invokeAll(java.util.Collections.nCopies(MANY, ask));
      for (Future<Boolean> answer : answers) {
        assertThat(answer.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void wrongPassword_isRefused() {
    RealServerTest.assertKind(ErrorKind.CREDENTIALS_REFUSED, () -> verified("wrong"));
  }

  @Test
  void passwordChanged_isReported() {
    Davs.Source source = new Davs.Source(verified(Davs.PASSWORD));
    Storage storage = provider.open(source);
    storage.stat(EntryId.ROOT);
    server.changePassword("another");

    RealServerTest.assertKind(ErrorKind.REAUTH_REQUIRED, () -> storage.stat(EntryId.ROOT));
    assertThat(source.refused).hasValue(1);
  }
}

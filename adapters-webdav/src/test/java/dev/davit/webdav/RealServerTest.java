package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Against Tomcat's WebdavServlet, which nobody here wrote. */
abstract class RealServerTest {
  @TempDir Path folder;
  @TempDir Path work;
  TomcatDav server;
  WebDavProvider provider;
  Storage storage;

  @BeforeEach
  void start() {
    server = TomcatDav.start(folder, work, Davs.USER, Davs.PASSWORD);
    provider = new WebDavProvider(Davs.loopback(), Davs.settings());
    storage = provider.open(Davs.source(Davs.fields(server.url())));
  }

  @AfterEach
  void stop() {
    provider.close();
    server.close();
  }

  static void assertKind(ErrorKind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(CloudException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  static String text(Download download) throws IOException {
    try (download) {
      return new String(download.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  final String text(EntryId id, @Nullable ByteRange range) throws IOException {
    return text(storage.read(id, range));
  }

  final Entry put(EntryId parent, String name, String text) {
    return storage.write(Davs.write(parent, name, text, ConflictPolicy.FAIL));
  }

  final List<Entry> list(EntryId parent, int limit) {
    List<Entry> all = new ArrayList<>();
    Cursor cursor = null;
    do {
      Listing page = storage.list(new ListRequest(parent, limit, cursor));
      all.addAll(page.entries());
      cursor = page.next();
    } while (cursor != null);
    return all;
  }

  final List<String> names(EntryId parent) {
    return list(parent, 1000).stream().map(Entry::name).toList();
  }
}

package dev.davit.nextcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.emulator.nextcloud.NextcloudEmulator;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.FieldLogin;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import dev.davit.testkit.memory.TestClock;
import dev.davit.webdav.Davs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a connected user at the emulator. */
abstract class CloudTest {
  @TempDir Path folder;
  final TestClock clock = new TestClock();

  /** How long the adapter would have waited, each time. */
  final List<Duration> waits = new CopyOnWriteArrayList<>();

  NextcloudEmulator server;
  NextcloudProvider provider;
  FieldLogin login;
  Grant grant;
  Davs.Source source;
  Storage storage;

  @BeforeEach
  void connect() {
    server = NextcloudEmulator.at(folder).webroot("/cloud").clock(clock).start();
    provider = Clouds.provider(clock, waits::add);
    login = (FieldLogin) provider.authentication();
    grant = Clouds.connect(server, provider);
    source = Clouds.source(grant);
    storage = provider.open(source);
    server.requests().clear();
  }

  @AfterEach
  void close() {
    provider.close();
    server.close();
  }

  static WriteAttempt attempt(EntryId folder, String name) {
    return new WriteAttempt(folder, name, UUID.randomUUID().toString());
  }

  final Entry write(String name, TestContent content, ConflictPolicy conflict) {
    return storage.write(
        new WriteRequest(attempt(EntryId.ROOT, name), content, null, conflict, null));
  }

  final Entry write(String name, String text) {
    return write(name, TestContent.of(text), ConflictPolicy.REPLACE);
  }

  /** The same account through another address, by which a test may do harm on the way. */
  final Storage through(CuttingProxy proxy) {
    Map<String, Secret> fields = new HashMap<>(((SecretFields) grant.credential()).values());
    String url = server.address().toString();
    fields.put(
        "server_url",
        new Secret(url.replace(":" + server.address().getPort(), ":" + proxy.port())));
    return provider.open(new Davs.Source(new SecretFields(fields)));
  }

  final String text(EntryId id) {
    try (var download = storage.read(id, null)) {
      return new String(download.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  final List<String> names() {
    return storage.list(new ListRequest(EntryId.ROOT, 1000, null)).entries().stream()
        .map(Entry::name)
        .toList();
  }

  static CloudException failure(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(CloudException.class);
    return (CloudException) thrown;
  }

  static CloudException assertKind(ErrorKind kind, ThrowingCallable call) {
    CloudException thrown = failure(call);
    assertThat(thrown.kind()).as(String.valueOf(thrown.getCause())).isEqualTo(kind);
    return thrown;
  }
}

package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** A storage in a temporary folder, with a folder beside it that it must never touch. */
final class Fixture {
  private static final AtomicInteger TAGS = new AtomicInteger();

  final Path root;
  final Path outside;
  final Storage storage;

  Fixture(Path temporary) throws IOException {
    root = temporary.resolve("storage");
    outside = Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret");
    storage = another();
  }

  /** The same folder, as another process would have it open. */
  Storage another() {
    return DiskStorageProvider.at(root).open(credentials());
  }

  static CredentialSource credentials() {
    return new NoCredentials();
  }

  static String tag() {
    return "tag-" + TAGS.incrementAndGet() + "-unguessable";
  }

  static WriteRequest request(
      EntryId folder, String name, Content content, ConflictPolicy conflict) {
    return request(folder, name, content, conflict, null);
  }

  static WriteRequest request(
      EntryId folder,
      String name,
      Content content,
      ConflictPolicy conflict,
      @Nullable String ifMatch) {
    WriteAttempt attempt = new WriteAttempt(folder, name, tag());
    return new WriteRequest(attempt, content, null, conflict, ifMatch);
  }

  Entry write(String name, String text) {
    return write(EntryId.ROOT, name, text, ConflictPolicy.FAIL);
  }

  Entry write(EntryId folder, String name, String text, ConflictPolicy conflict) {
    return storage.write(request(folder, name, Contents.text(text), conflict));
  }

  Entry folder(String name) {
    return storage.createFolder(EntryId.ROOT, name);
  }

  String text(EntryId id) throws IOException {
    try (Download download = storage.read(id, null)) {
      return new String(download.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  List<String> names(EntryId folder) {
    return storage.list(new ListRequest(folder, 1000, null)).entries().stream()
        .map(Entry::name)
        .toList();
  }

  /** Everything that is on disk at the top, hidden or not. */
  List<String> onDisk() throws IOException {
    try (Stream<Path> files = Files.list(root)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** That the folder beside the storage is as it was. */
  void assertOutsideUntouched() throws IOException {
    try (Stream<Path> files = Files.list(outside)) {
      assertThat(files).containsExactly(outside.resolve("secret"));
    }
    assertThat(outside.resolve("secret")).hasContent("secret");
  }

  static void assertKind(ErrorKind kind, ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(CloudException.class);
    assertThat(((CloudException) thrown).kind()).isEqualTo(kind);
    assertThat(thrown.getMessage()).doesNotContain("/tmp").doesNotContain(".davit-tag");
  }

  private static final class NoCredentials implements CredentialSource {
    @Override
    public VersionedCredential current() {
      throw new AssertionError("no credential opens a folder");
    }

    @Override
    public VersionedCredential rejected(long version) {
      throw new AssertionError("no credential opens a folder");
    }
  }
}

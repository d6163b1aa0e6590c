package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.drive.DriveItems;
import dev.davit.ports.CloudException;
import dev.davit.ports.Credential;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.Browsing;
import dev.davit.testkit.memory.FixedCredentials;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests of one storage of an account of its own, at an emulator that is shared by a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DriveTests {
  private @Nullable Googles googles;
  private @Nullable DriveProvider provider;
  private @Nullable GoogleAccount account;
  private @Nullable Storage storage;

  @BeforeAll
  final void start(@TempDir Path folder) {
    googles = Googles.start(folder);
    provider = provider(googles());
  }

  /** The adapter that is tried. */
  DriveProvider provider(Googles at) {
    return at.provider();
  }

  @AfterAll
  final void stop() {
    Objects.requireNonNull(provider).close();
    googles().close();
  }

  @BeforeEach
  final void open() {
    googles().google().clearFaults();
    account = googles().somebody();
    storage = opened(googles().tokens(account()));
    googles().google().requests().clear();
  }

  final Storage opened(Credential credential) {
    return Objects.requireNonNull(provider).open(new FixedCredentials(credential));
  }

  final Googles googles() {
    return Objects.requireNonNull(googles);
  }

  final DriveItems items() {
    return googles().items();
  }

  final GoogleAccount account() {
    return Objects.requireNonNull(account);
  }

  final Storage storage() {
    return Objects.requireNonNull(storage);
  }

  /** Google's id of the account's top folder. */
  final String top() {
    return items().root(account().email());
  }

  /** A new text file at the top. */
  final String file(String name, String text) {
    return file(top(), name, text);
  }

  final String file(String folder, String name, String text) {
    return items().addFile(folder, name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  final EntryId id(String name) {
    return Browsing.named(storage(), EntryId.ROOT, name).id();
  }

  final Listing page(EntryId folder, int limit) {
    return storage().list(new ListRequest(folder, limit, null));
  }

  /** How many requests of a method there were with this in their path or query. */
  final int asked(String method, String part) {
    return googles().google().requests().count(method, part);
  }

  static CloudException assertFails(ErrorKind kind, ThrowingCallable call) {
    CloudException failure = catchThrowableOfType(CloudException.class, call);
    assertThat(failure).isNotNull();
    assertThat(failure.kind())
        .as("%s: %s", failure.getMessage(), failure.getCause())
        .isEqualTo(kind);
    return failure;
  }
}

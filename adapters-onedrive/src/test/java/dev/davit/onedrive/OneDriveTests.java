package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.graph.GraphItems;
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
abstract class OneDriveTests {
  private @Nullable Microsofts microsofts;
  private @Nullable OneDriveProvider provider;
  private @Nullable MicrosoftAccount account;
  private @Nullable Storage storage;

  @BeforeAll
  final void start(@TempDir Path folder) {
    microsofts = Microsofts.start(folder);
    provider = Microsofts.provider(microsofts().settings());
  }

  @AfterAll
  final void stop() {
    Objects.requireNonNull(provider).close();
    microsofts().close();
  }

  @BeforeEach
  final void open() {
    microsofts().microsoft().clearFaults();
    account = microsofts().somebody();
    storage = opened(microsofts().tokens(account()));
    forget();
  }

  final Storage opened(Credential credential) {
    return Objects.requireNonNull(provider).open(new FixedCredentials(credential));
  }

  final Microsofts microsofts() {
    return Objects.requireNonNull(microsofts);
  }

  final GraphItems items() {
    return microsofts().items();
  }

  final MicrosoftAccount account() {
    return Objects.requireNonNull(account);
  }

  final Storage storage() {
    return Objects.requireNonNull(storage);
  }

  /** Graph's id of the account's top folder. */
  final String top() {
    return items().root(account());
  }

  /** A new text file at the top. */
  final String file(String name, String text) {
    return file(top(), name, text);
  }

  final String file(String folder, String name, String text) {
    return items().addFile(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  final String folder(String name) {
    return items().addFolder(top(), name);
  }

  final EntryId id(String name) {
    return Browsing.named(storage(), EntryId.ROOT, name).id();
  }

  final Listing page(EntryId folder, int limit) {
    return storage().list(new ListRequest(folder, limit, null));
  }

  final String text(EntryId id) {
    return Browsing.text(storage(), id, null);
  }

  /** Forgets what was asked so far. */
  final void forget() {
    microsofts().microsoft().requests().clear();
  }

  /** How many requests of a method there were with this in their path or query. */
  final int asked(String method, String part) {
    return microsofts().microsoft().requests().count(method, part);
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

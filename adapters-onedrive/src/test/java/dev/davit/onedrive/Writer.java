package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftEmulator;
import dev.davit.emulator.microsoft.MicrosoftTokens;
import dev.davit.emulator.microsoft.graph.GraphEmulator;
import dev.davit.emulator.microsoft.graph.GraphItems;
import dev.davit.onedrive.internal.http.Endpoints;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Transport;
import dev.davit.onedrive.internal.storage.OneDriveStorage;
import dev.davit.onedrive.internal.storage.Trails;
import dev.davit.outbound.transfer.Pacing;
import dev.davit.ports.CloudException;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.VersionedCredential;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.Browsing;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Somebody who writes to their OneDrive, and whose adapter waits for nothing. */
final class Writer implements AutoCloseable {
  static final int UNIT = 320 * 1024;

  /** How many bytes are sent at once; more than what goes in one request. */
  static final int PIECE = 13 * UNIT;

  private final MicrosoftEmulator microsoft;
  private final GraphEmulator graph;
  private final MicrosoftAccount account;
  private final Transport transport;
  private final OneDriveStorage storage;
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private int tokens;

  private Writer(
      MicrosoftEmulator microsoft, GraphEmulator graph, MicrosoftAccount account, URI address) {
    this.microsoft = microsoft;
    this.graph = graph;
    this.account = account;
    OneDriveSettings settings =
        OneDriveSettings.of(MicrosoftEmulator.CLIENT.id(), new Secret("none"))
            .withDevelopment(address);
    Endpoints endpoints = Endpoints.of(settings.cloud(), settings.development());
    this.transport = new Transport(endpoints, settings.patience());
    this.storage =
        new OneDriveStorage(
            new GraphClient(transport, endpoints, new Renewing()),
            settings,
            new Trails(),
            new Pacing(PIECE, pauses::add));
  }

  /** Somebody's whose requests go by an address. */
  static Writer by(
      MicrosoftEmulator microsoft, GraphEmulator graph, MicrosoftAccount account, URI address) {
    return new Writer(microsoft, graph, account, address);
  }

  /** Tokens that are granted anew once they are refused. */
  private final class Renewing implements CredentialSource {
    private VersionedCredential last = next();

    private VersionedCredential next() {
      MicrosoftTokens granted = microsoft.grant(account, "Files.ReadWrite.All");
      return new VersionedCredential(
          ++tokens, new OAuthTokens(new Secret(granted.access()), null, null, Set.of()));
    }

    @Override
    public VersionedCredential current() {
      return last;
    }

    @Override
    public VersionedCredential rejected(long refused) {
      if (refused == last.version()) {
        last = next();
      }
      return last;
    }
  }

  Storage storage() {
    return storage;
  }

  MicrosoftEmulator microsoft() {
    return microsoft;
  }

  GraphEmulator graph() {
    return graph;
  }

  MicrosoftAccount account() {
    return account;
  }

  GraphItems items() {
    return graph.items();
  }

  /** How many tokens there were. */
  int tokens() {
    return tokens;
  }

  /** How long it would have waited, each time. */
  List<Duration> pauses() {
    return pauses;
  }

  /** Graph's id of the top folder. */
  String root() {
    return items().root(account);
  }

  Entry write(String name, Content content, ConflictPolicy policy) {
    return storage.write(request(name, content, policy, null));
  }

  Entry write(String name, Content content) {
    return write(name, content, ConflictPolicy.FAIL);
  }

  static WriteRequest request(
      String name,
      Content content,
      ConflictPolicy policy,
      @org.jspecify.annotations.Nullable String ifMatch) {
    return new WriteRequest(attempt(EntryId.ROOT, name), content, null, policy, ifMatch);
  }

  static WriteAttempt attempt(EntryId folder, String name) {
    return new WriteAttempt(folder, name, UUID.randomUUID().toString());
  }

  String text(Entry entry) {
    return Browsing.text(storage, entry.id(), null);
  }

  List<String> names() {
    return Browsing.names(storage, EntryId.ROOT, 100);
  }

  /** Graph's id of what has a name at the top. */
  String named(String name) {
    return items().named(root(), name).orElseThrow(() -> new AssertionError("no " + name));
  }

  /** What changes something, or sends bytes, and answers of it. */
  List<Exchange> changes() {
    return microsoft.requests().all().stream()
        .filter(exchange -> !exchange.method().equals("GET"))
        .toList();
  }

  /** The {@code Content-Range} of each fragment. */
  List<String> ranges() {
    return microsoft.requests().of("PUT", "/upload/").stream()
        .map(exchange -> exchange.header("Content-Range").orElse("none"))
        .toList();
  }

  /** Holds that a call fails so. */
  static CloudException assertFails(ErrorKind kind, ThrowingCallable call) {
    CloudException failure = catchThrowableOfType(CloudException.class, call);
    assertThat(failure).as("a failure").isNotNull();
    assertThat(failure.kind()).as("%s", failure).isEqualTo(kind);
    return failure;
  }

  @Override
  public void close() {
    transport.close();
  }
}

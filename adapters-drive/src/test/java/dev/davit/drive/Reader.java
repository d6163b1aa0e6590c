package dev.davit.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.Grant;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.OAuthClient;
import dev.davit.ports.storage.Storage;
import dev.davit.testkit.Browsing;
import dev.davit.testkit.contract.OAuthReturn;
import dev.davit.testkit.memory.FixedCredentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Somebody who connects, lists and reads, and holds that what comes is right. */
final class Reader {
  private static final URI REDIRECT = URI.create("http://127.0.0.1:9/callback");
  private static final String VERIFIER = "verifier-".repeat(6);
  private static final String CHALLENGE = "qQ0E89RLuQfdGvKzLQrKOXbNpYH6Y7Th-ygF5Ndr4DY";

  private final Googles googles;
  private final GoogleAccount account;
  private final Storage storage;
  private final OAuthClient client;

  Reader(Googles googles, DriveProvider provider) {
    this.googles = googles;
    this.account = googles.somebody();
    this.storage = provider.open(new FixedCredentials(googles.tokens(account)));
    this.client = (Authentication.OAuth) provider.authentication();
  }

  void lists() {
    file(top(), "file", "text");
    Entry entry = Browsing.named(storage, EntryId.ROOT, "file");
    assertThat(entry.size()).isEqualTo(4);
    assertThat(entry.etag()).isNotNull();
  }

  void pages() {
    List.of("a", "b", "c").forEach(name -> file(top(), name, name));
    Listing first = storage.list(new ListRequest(EntryId.ROOT, 2, null));
    Cursor next = Objects.requireNonNull(first.next(), "no cursor");
    Listing second = storage.list(new ListRequest(EntryId.ROOT, 2, next));
    assertThat(Stream.concat(first.entries().stream(), second.entries().stream()))
        .extracting(Entry::name)
        .containsExactlyInAnyOrder("a", "b", "c");
  }

  void bin() {
    googles.items().trash(file(top(), "gone", "x"), true);
    assertThat(names(EntryId.ROOT, 10)).isEmpty();
  }

  void words() {
    file(top(), "'", "x");
    assertThat(storage.search().orElseThrow().find("'", 10, null).entries()).hasSize(1);
  }

  void child() {
    String folder = googles.items().addFolder(top(), "folder");
    file(folder, "inside", "x");
    assertThat(names(id(EntryId.ROOT, "folder"), 10)).containsExactly("inside");
  }

  void team() {
    String drive = sharedDrive();
    file(drive, "of others", "text");
    EntryId top = id(id(EntryId.ROOT, "Shared drives"), "Team");
    EntryId file = id(top, "of others");
    assertThat(storage.stat(file).name()).isEqualTo("of others");
    assertThat(Browsing.text(storage, file, null)).isEqualTo("text");
  }

  void reads() {
    file(top(), "file", "0123456789");
    EntryId id = id(EntryId.ROOT, "file");
    assertThat(Browsing.text(storage, id, null)).isEqualTo("0123456789");
  }

  void part() {
    file(top(), "file", "0123456789");
    EntryId id = id(EntryId.ROOT, "file");
    assertThat(Browsing.text(storage, id, new ByteRange.From(7))).isEqualTo("789");
  }

  void empty() {
    file(top(), "empty", "");
    assertThat(Browsing.text(storage, id(EntryId.ROOT, "empty"), null)).isEmpty();
  }

  void exports() {
    googles
        .items()
        .addDocument(top(), "Doc", "application/vnd.google-apps.document", new byte[] {'x'});
    assertThat(Browsing.text(storage, id(EntryId.ROOT, "Doc.docx"), null)).isEqualTo("x");
  }

  void quota() {
    file(top(), "file", "12345");
    assertThat(storage.quotas().orElseThrow().quota().used()).isEqualTo(5);
  }

  void changed() {
    String file = file(top(), "file", "x");
    Changes changes = storage.changes().orElseThrow();
    Cursor now = changes.now();
    googles.items().remove(file);
    assertThat(changes.since(now).changes()).hasSize(1);
  }

  void teamChanged() {
    String drive = sharedDrive();
    Changes changes = storage.changes().orElseThrow();
    Cursor now = changes.now();
    file(drive, "file", "x");
    assertThat(changes.since(now).changes()).hasSize(1);
  }

  void connects() {
    assertThat(connected().subject()).isEqualTo(account.sub());
  }

  void refreshes() {
    OAuthTokens tokens = googles.tokens(account);
    assertThat(client.refresh(tokens).access()).isNotEqualTo(tokens.access());
  }

  void revokes() {
    googles.tokens(account);
    client.revoke(googles.tokens(account));
  }

  private String top() {
    return googles.items().root(account.email());
  }

  private String file(String folder, String name, String text) {
    return googles
        .items()
        .addFile(folder, name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> names(EntryId folder, int limit) {
    return Browsing.names(storage, folder, limit);
  }

  private EntryId id(EntryId folder, String name) {
    return Browsing.named(storage, folder, name).id();
  }

  private String sharedDrive() {
    return googles
        .items()
        .addSharedDrive("Team", Map.of(account.email(), "reader", "else@example.org", "organizer"));
  }

  private Grant connected() {
    URI page =
        client.authorizationUri(
            new OAuthClient.AuthorizationRequest(new Secret("state"), CHALLENGE, REDIRECT, null));
    URI direct = googles.google().url().resolve(page.getRawPath() + "?" + page.getRawQuery());
    OAuthReturn back = OAuthReturn.of(googles.google().consent(direct, account, Decision.allow()));
    return client.exchange(Objects.requireNonNull(back.code()), new Secret(VERIFIER), REDIRECT);
  }
}

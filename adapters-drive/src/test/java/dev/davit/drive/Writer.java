package dev.davit.drive;

import dev.davit.emulator.Exchange;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.drive.DriveItems;
import dev.davit.outbound.transfer.Pacing;
import dev.davit.ports.OAuthTokens;
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
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who writes to their Drive, and whose adapter waits for nothing. */
final class Writer implements AutoCloseable {
  /** How many bytes are sent at once. */
  static final int PIECE = 512 * 1024;

  private final Googles googles;
  private final GoogleAccount account;
  private final DriveProvider provider;
  private final Renewing credentials;
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();

  private Writer(Googles googles, DriveSettings settings) {
    this.googles = googles;
    this.account = googles.somebody();
    this.provider =
        new DriveProvider(settings, googles.google().clock(), new Pacing(PIECE, pauses::add));
    OAuthTokens tokens = googles.tokens(account);
    this.credentials = new Renewing(provider, tokens);
  }

  static Writer at(Googles googles) {
    return new Writer(googles, googles.settings());
  }

  static Writer with(Googles googles, DriveSettings settings) {
    return new Writer(googles, settings);
  }

  /** Whose requests go by another address. */
  static Writer by(Googles googles, URI address) {
    return new Writer(googles, Googles.settings(address));
  }

  Storage storage() {
    return provider.open(credentials);
  }

  Googles googles() {
    return googles;
  }

  Renewing credentials() {
    return credentials;
  }

  GoogleAccount account() {
    return account;
  }

  /** How long it would have waited, each time. */
  List<Duration> pauses() {
    return pauses;
  }

  DriveItems items() {
    return googles.items();
  }

  /** Google's id of the top folder. */
  String root() {
    return items().root(account.email());
  }

  Entry write(String name, Content content, ConflictPolicy policy) {
    return storage().write(request(name, content, policy));
  }

  static WriteRequest request(String name, Content content, ConflictPolicy policy) {
    return new WriteRequest(attempt(name), content, null, policy, null);
  }

  static WriteAttempt attempt(String name) {
    return new WriteAttempt(EntryId.ROOT, name, UUID.randomUUID().toString());
  }

  /** Google's ids of what has a name at the top. */
  List<String> named(String name) {
    return items().named(root(), name);
  }

  String text(Entry entry) {
    return Browsing.text(storage(), entry.id(), null);
  }

  /** What Google was asked of uploads, and by whom did not matter. */
  List<Exchange> uploads() {
    return googles.google().requests().all().stream()
        .filter(exchange -> exchange.path().startsWith("/upload/"))
        .toList();
  }

  /** The {@code Content-Range} of each step of resumable uploads. */
  List<String> ranges() {
    return uploads().stream()
        .filter(exchange -> exchange.method().equals("PUT"))
        .map(exchange -> exchange.header("Content-Range").orElse("none"))
        .toList();
  }

  @Override
  public void close() {
    provider.close();
  }
}

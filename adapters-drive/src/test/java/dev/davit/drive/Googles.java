package dev.davit.drive;

import dev.davit.drive.internal.upload.Pacing;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import dev.davit.emulator.google.GoogleTokens;
import dev.davit.emulator.google.Scopes;
import dev.davit.emulator.google.drive.DriveEmulator;
import dev.davit.emulator.google.drive.DriveItems;
import dev.davit.ports.OAuthTokens;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An emulated Google with a Drive, and what the tests of this adapter share. */
final class Googles implements AutoCloseable {
  private static final AtomicInteger ACCOUNTS = new AtomicInteger();

  private final DriveEmulator drive = new DriveEmulator();
  private final GoogleEmulator google;

  private Googles(Path folder) {
    google = GoogleEmulator.at(folder).with(drive).start();
  }

  static Googles start(Path folder) {
    return new Googles(folder);
  }

  GoogleEmulator google() {
    return google;
  }

  DriveEmulator drive() {
    return drive;
  }

  DriveItems items() {
    return drive.items();
  }

  /** Somebody with nothing in their Drive. */
  GoogleAccount somebody() {
    return google.addAccount("user" + ACCOUNTS.incrementAndGet() + "@example.org");
  }

  /** The settings of the client that the emulator knows. */
  static DriveSettings settings(URI address) {
    return DriveSettings.of(GoogleEmulator.CLIENT.id(), new Secret(GoogleEmulator.CLIENT.secret()))
        .withDevelopment(address);
  }

  DriveSettings settings() {
    return settings(google.url());
  }

  DriveProvider provider() {
    return provider(settings());
  }

  /** One that never waits before it tries again. */
  DriveProvider provider(DriveSettings settings) {
    return new DriveProvider(
        settings, google.clock(), new Pacing(Pacing.usual().piece(), pause -> {}));
  }

  /** How long a hurried one waits for anything. */
  static DrivePatience hurried(Duration time) {
    return new DrivePatience(Duration.ofSeconds(5), time, time, time, 1024);
  }

  /** What an account has granted for its whole Drive. */
  OAuthTokens tokens(GoogleAccount account) {
    return tokens(account, Scopes.DRIVE);
  }

  OAuthTokens tokens(GoogleAccount account, String scope) {
    GoogleTokens granted = google.grant(account, Scopes.OPENID, Scopes.EMAIL, scope);
    return new OAuthTokens(
        new Secret(granted.access()),
        new Secret(granted.refresh()),
        granted.expiresAt(),
        granted.scopes());
  }

  /** The names in a folder, page by page. */
  static List<String> names(Storage storage, EntryId folder, int limit) {
    return all(storage, folder, limit).stream().map(Entry::name).toList();
  }

  /** All entries of a folder, page by page. */
  static List<Entry> all(Storage storage, EntryId folder, int limit) {
    List<Entry> entries = new ArrayList<>();
    Listing page = storage.list(new ListRequest(folder, limit, null));
    entries.addAll(page.entries());
    while (page.next() != null) {
      page = storage.list(new ListRequest(folder, limit, page.next()));
      entries.addAll(page.entries());
    }
    return entries;
  }

  /** The one entry of that name. */
  static Entry named(Storage storage, EntryId folder, String name) {
    return all(storage, folder, 100).stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  static String text(Storage storage, EntryId id, @Nullable ByteRange range) {
    try (Download download = storage.read(id, range)) {
      return new String(download.body().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    google.close();
    drive.close();
  }
}

package dev.davit.app.support;

import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import dev.davit.emulator.google.drive.DriveEmulator;
import dev.davit.emulator.google.drive.DriveItems;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An emulated Google with Drive. */
public final class GoogleCloud extends OAuthCloud<GoogleEmulator, GoogleAccount, Decision> {
  private final DriveEmulator drive;

  private GoogleCloud(GoogleEmulator google, DriveEmulator drive) {
    super(google, "google_drive", GoogleEmulator.CLIENT.secret());
    this.drive = drive;
  }

  /** Starts one in a folder of its own. */
  public static GoogleCloud start(Path place) {
    DriveEmulator drive = new DriveEmulator();
    return new GoogleCloud(GoogleEmulator.at(place).with(drive).start(), drive);
  }

  public GoogleEmulator google() {
    return emulator();
  }

  public DriveEmulator drive() {
    return drive;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "DAVIT_GOOGLE_CLIENT_ID", GoogleEmulator.CLIENT.id(),
        "DAVIT_GOOGLE_CLIENT_SECRET", GoogleEmulator.CLIENT.secret(),
        "DAVIT_DEV_GOOGLE_URL", google().url().toString());
  }

  @Override
  public GoogleAccount account(String email, String file) {
    GoogleAccount account = google().addAccount(email);
    byte[] text = ("the text of " + file).getBytes(StandardCharsets.UTF_8);
    drive.items().addFile(drive.items().root(email), file, "text/plain", text);
    return account;
  }

  @Override
  public List<String> sha256(GoogleAccount account, String file) {
    DriveItems items = drive.items();
    return items.named(items.root(account.email()), file).stream().map(items::sha256).toList();
  }

  @Override
  public void revoke(GoogleAccount account) {
    google().revoke(account);
  }

  @Override
  public int grants(GoogleAccount account) {
    return google().liveRefreshTokens(account, GoogleEmulator.CLIENT);
  }

  /** The refresh tokens that are good, of everybody. */
  public List<String> liveRefreshTokens() {
    return google().liveRefreshTokens();
  }

  @Override
  URI consent(URI page, GoogleAccount account, Decision decision) {
    return google().consent(page, account, decision);
  }

  @Override
  Decision allowing() {
    return Decision.allow();
  }

  @Override
  Set<String> refreshTokens() {
    return Set.of("1//0");
  }
}

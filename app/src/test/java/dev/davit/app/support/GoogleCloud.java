package dev.davit.app.support;

import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import dev.davit.emulator.google.drive.DriveEmulator;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** An emulated Google with Drive, and what a server needs to take it for the real one. */
public final class GoogleCloud implements AutoCloseable {
  private static final String CONNECT = "/api/cloud/oauth/initiate/google_drive";

  private final DriveEmulator drive = new DriveEmulator();
  private final GoogleEmulator google;
  private final List<String> secrets = new CopyOnWriteArrayList<>();

  private GoogleCloud(Path place) {
    google = GoogleEmulator.at(place).with(drive).start();
    secrets.add(GoogleEmulator.CLIENT.secret());
  }

  /** Starts one in a folder of its own. */
  public static GoogleCloud start(Path place) {
    return new GoogleCloud(place);
  }

  public GoogleEmulator google() {
    return google;
  }

  public DriveEmulator drive() {
    return drive;
  }

  /** What a server must be told. */
  public Map<String, String> settings() {
    return Map.of(
        "DAVIT_GOOGLE_CLIENT_ID", GoogleEmulator.CLIENT.id(),
        "DAVIT_GOOGLE_CLIENT_SECRET", GoogleEmulator.CLIENT.secret(),
        "DAVIT_DEV_GOOGLE_URL", google.url().toString());
  }

  /** Somebody new, with one text file of this name in their Drive. */
  public GoogleAccount account(String email, String file) {
    GoogleAccount account = google.addAccount(email);
    byte[] text = ("the text of " + file).getBytes(StandardCharsets.UTF_8);
    drive.items().addFile(drive.items().root(email), file, "text/plain", text);
    return account;
  }

  /** How many grants of this server an account has. */
  public int grants(GoogleAccount account) {
    return google.liveRefreshTokens(account, GoogleEmulator.CLIENT);
  }

  /** Connects as one browser does, and answers where it landed. */
  public String connect(Client user, GoogleAccount account, Decision decision) {
    return connect(user, CONNECT, account, decision);
  }

  /** The same, for a connection that is there. */
  public String reconnect(Client user, String connection, GoogleAccount account) {
    return connect(user, CONNECT + "?connection_id=" + connection, account, Decision.allow());
  }

  private String connect(Client user, String path, GoogleAccount account, Decision decision) {
    Answer begun = user.get(path).expect(200);
    String cookie = begun.header("Set-Cookie").replaceFirst(";.*", "");
    URI back = google.consent(URI.create(begun.text("authorization_url")), account, decision);
    if (!cookie.isEmpty()) {
      secrets.add(cookie.substring(cookie.indexOf('=') + 1));
    }
    Arrays.stream(back.getRawQuery().split("&"))
        .filter(pair -> pair.startsWith("code=") || pair.startsWith("state="))
        .map(pair -> pair.substring(pair.indexOf('=') + 1))
        .forEach(value -> secrets.add(URLDecoder.decode(value, StandardCharsets.UTF_8)));
    return Client.of(user.port())
        .with("Cookie", cookie)
        .get(back.getRawPath() + "?" + back.getRawQuery())
        .expect(303)
        .header("Location");
  }

  /**
   * What nobody may find anywhere: codes, states, bindings, access tokens, the client's secret; and
   * how every refresh token begins.
   */
  public String[] secrets() {
    Set<String> all = new HashSet<>(secrets);
    google.requests().all().stream()
        .flatMap(seen -> seen.header("Authorization").stream())
        .map(header -> header.replaceFirst("^Bearer ", ""))
        .forEach(all::add);
    all.add("1//0");
    return all.toArray(String[]::new);
  }

  @Override
  public void close() {
    google.close();
  }
}

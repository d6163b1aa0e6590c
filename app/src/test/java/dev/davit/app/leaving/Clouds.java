package dev.davit.app.leaving;

import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import dev.davit.emulator.google.drive.DriveEmulator;
import dev.davit.emulator.nextcloud.NextcloudEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An emulated Google and a Nextcloud, in which each owner has an account. */
final class Clouds implements AutoCloseable {
  private final DriveEmulator drive = new DriveEmulator();
  private final GoogleEmulator google;
  private final NextcloudEmulator nextcloud;
  private final Map<String, GoogleAccount> accounts = new ConcurrentHashMap<>();

  Clouds(Path place) {
    google = GoogleEmulator.at(place.resolve("google")).with(drive).start();
    nextcloud = NextcloudEmulator.start(place.resolve("nextcloud"));
  }

  GoogleEmulator google() {
    return google;
  }

  URI nextcloud() {
    return nextcloud.address();
  }

  /** An account at Google for an owner. */
  GoogleAccount addGoogle(String owner) {
    GoogleAccount account = google.addAccount(mail(owner));
    accounts.put(owner, account);
    return account;
  }

  /** An account at Nextcloud for an owner; answers an app password. */
  String addNextcloud(String owner) {
    nextcloud.addUser(owner, owner + "-id", "the account's own password");
    return nextcloud.addAppPassword(owner, "typed");
  }

  private static String mail(String owner) {
    return owner + "@example.org";
  }

  /** How many of an owner's grants are good. */
  int grants(String owner) {
    GoogleAccount account = accounts.get(owner);
    int tokens = account == null ? 0 : google.liveRefreshTokens(account, GoogleEmulator.CLIENT);
    return tokens + nextcloud.appPasswords(owner).size();
  }

  /** The names of the files in an owner's accounts. */
  List<String> files(String owner) {
    List<String> all = new ArrayList<>();
    addFiles(drive.items().root(mail(owner)), all);
    all.addAll(under(nextcloud.files(owner + "-id")).map(Path::toString).toList());
    return all;
  }

  private void addFiles(String folder, List<String> all) {
    for (String id : drive.items().children(folder)) {
      if (drive.items().type(id).endsWith("folder")) {
        addFiles(id, all);
      } else {
        all.add("google: " + drive.items().name(id));
      }
    }
  }

  /** The files under a folder that hold this text. */
  static List<Path> holding(Path folder, String text) {
    return under(folder).filter(file -> read(file).contains(text)).toList();
  }

  private static Stream<Path> under(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    google.close();
    nextcloud.close();
  }
}

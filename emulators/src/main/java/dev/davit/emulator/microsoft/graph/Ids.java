package dev.davit.emulator.microsoft.graph;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** Makes ids that look like the vendor's (resources/driveitem, resources/drive). */
final class Ids {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int ITEM = 26;
  private static final int SITE = 6;
  private static final int TOKEN = 24;
  private static final int DRIVE = 48;

  private final SecureRandom random = new SecureRandom();

  /** Of a drive at work: {@code b!} and 64 characters. */
  String drive() {
    return "b!" + Base64.getUrlEncoder().encodeToString(bytes(DRIVE));
  }

  /** Of an item: {@code CID!123} at home, {@code 01} and 32 characters at work. */
  String item(Drive drive) {
    if (drive.isPersonal()) {
      return drive.id.toUpperCase(Locale.ROOT) + "!" + ++drive.ids;
    }
    return "01" + letters(drive.id, SITE) + letters("", ITEM);
  }

  /** The same ones for the same seed; any without one. */
  private String letters(String seed, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int next = seed.isEmpty() ? random.nextInt(BASE32.length()) : seed.charAt(2 + i) % 32;
      text.append(BASE32.charAt(next));
    }
    return text.toString();
  }

  String guid() {
    return UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
  }

  /** A word that nobody guesses. */
  String token() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}

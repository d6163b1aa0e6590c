package dev.davit.emulator.google.drive;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes ids, and knows which were given out beforehand (reference/rest/v3/files/generateIds). */
final class Ids {
  private static final int BYTES = 24;

  private final SecureRandom random = new SecureRandom();
  private final Set<String> reserved = ConcurrentHashMap.newKeySet();

  /** A new one of a file. */
  String file() {
    return "1" + token();
  }

  /** A new one of a shared drive. */
  String drive() {
    return "0A" + token().substring(0, 14) + "Uk9PVA";
  }

  /** A word that nobody guesses. */
  String token() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A new one for a file that is made later. */
  String reserve() {
    String id = file();
    reserved.add(id);
    return id;
  }

  boolean isReserved(String id) {
    return reserved.contains(id);
  }
}

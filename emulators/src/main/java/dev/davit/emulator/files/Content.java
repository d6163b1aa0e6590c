package dev.davit.emulator.files;

import java.nio.file.Path;
import java.util.Map;

/**
 * Bytes that a file has.
 *
 * @param file where they are, never changed once it is here
 * @param size how many
 * @param hashes what each of the store's digests made of them, by the digest's name
 */
public record Content(Path file, long size, Map<String, Hash> hashes) {
  /**
   * A hash.
   *
   * @throws IllegalArgumentException when the store makes none of this name
   */
  public Hash hash(String name) {
    Hash hash = hashes.get(name);
    if (hash == null) {
      throw new IllegalArgumentException("There is no " + name + " of " + file + ".");
    }
    return hash;
  }
}

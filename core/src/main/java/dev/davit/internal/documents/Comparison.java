package dev.davit.internal.documents;

import dev.davit.internal.codec.Sha256;
import dev.davit.internal.providers.OpenedStorage;
import dev.davit.internal.providers.Operation;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.store.Document;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/**
 * Tells whether a file is what an interrupted upload made. Only a file that was written since, with
 * the very bytes that were read, is: when in doubt it is somebody else's.
 */
final class Comparison {
  /** How far a provider's clock may be behind ours. */
  private static final Duration SKEW = Duration.ofHours(1);

  private static final int BUFFER = 65_536;

  private Comparison() {}

  static boolean isOurs(Document document, Entry entry, OpenedStorage storage) {
    String expected = document.sha256();
    Long size = document.size();
    if (expected == null || size == null || !canBe(document, entry, size)) {
      return false;
    }
    Download download = storage.call(Operation.READ, opened -> opened.read(entry.id(), null));
    try (InputStream body = download.body()) {
      return hash(body, size).equals(expected);
    } catch (IOException e) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "The file could not be read.", e);
    }
  }

  private static boolean canBe(Document document, Entry entry, long size) {
    Instant modified = entry.modifiedAt();
    Long told = entry.size();
    return !entry.isFolder()
        && (told == null || told == size)
        && (modified == null || !modified.isBefore(document.createdAt().minus(SKEW)));
  }

  private static String hash(InputStream body, long size) throws IOException {
    MessageDigest digest = Sha256.start();
    byte[] buffer = new byte[BUFFER];
    long left = size;
    int read = 0;
    while (left >= 0 && (read = body.read(buffer)) >= 0) {
      digest.update(buffer, 0, read);
      left -= read;
    }
    return Sha256.hex(digest.digest());
  }
}

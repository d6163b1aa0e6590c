package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A body that arrived whole, and its hashes.
 *
 * @param file where it is
 * @param hashes in hex, by the name in X-Hash
 */
record Received(Path file, Map<String, String> hashes) {
  private static final int BUFFER = 1 << 16;
  private static final Map<String, String> ALGORITHMS =
      Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256");

  /** Writes the body to a file outside of what is served; of one that is cut nothing stays. */
  static Received aside(HttpServletRequest request, Disk disk) throws IOException {
    Path part = disk.part();
    try {
      return of(request, part);
    } catch (IOException | SabreError e) {
      Files.deleteIfExists(part);
      throw e;
    }
  }

  /**
   * Writes the body to a file. When the client goes away the file keeps what came: outside of what
   * is served nobody sees it, but a live file stays truncated.
   *
   * @throws SabreError 400 when less came than was announced
   */
  static Received of(HttpServletRequest request, Path file) throws IOException {
    Map<String, MessageDigest> digests = digests(request);
    long count = 0;
    try (InputStream in = request.getInputStream();
        OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        for (MessageDigest digest : digests.values()) {
          digest.update(buffer, 0, read);
        }
        count += read;
      }
    }
    checkLength(request.getContentLengthLong(), count);
    Map<String, String> hashes = new LinkedHashMap<>();
    digests.forEach((name, it) -> hashes.put(name, HexFormat.of().formatHex(it.digest())));
    return new Received(file, hashes);
  }

  private static void checkLength(long announced, long count) {
    if (announced >= 0 && announced != count) {
      throw SabreError.of(
          400, "Expected filesize of " + announced + " bytes but read and wrote " + count);
    }
  }

  /** The hashes that {@code X-Hash} asks for: md5, sha1, sha256, or all (File.php). */
  private static Map<String, MessageDigest> digests(HttpServletRequest request) {
    String asked = String.valueOf(request.getHeader("X-Hash"));
    Map<String, MessageDigest> digests = new LinkedHashMap<>();
    ALGORITHMS.forEach(
        (name, algorithm) -> {
          if (asked.equals(name) || asked.equals("all")) {
            digests.put(name, digest(algorithm));
          }
        });
    return digests;
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Answers with {@code X-Hash-SHA256} and its like: what the server received (basic.rst). */
  void tellHashes(HttpServletResponse response) {
    hashes.forEach(
        (name, hash) -> response.setHeader("X-Hash-" + name.toUpperCase(Locale.ROOT), hash));
  }
}

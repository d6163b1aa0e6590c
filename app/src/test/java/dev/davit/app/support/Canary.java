package dev.davit.app.support;

import dev.davit.testservers.FilesSearch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks for secrets where none may be: as they are, in base64 wherever it begins, in hex, and as
 * addresses have them.
 */
public final class Canary {
  private Canary() {}

  /** The secrets that can be found in these bytes in whatever form; none of them is a good sign. */
  public static List<String> found(byte[] bytes, String... secrets) {
    String haystack = new String(bytes, StandardCharsets.ISO_8859_1);
    return Arrays.stream(secrets)
        .filter(secret -> forms(secret).stream().anyMatch(haystack::contains))
        .toList();
  }

  /** The secrets that can be found in this text. */
  public static List<String> found(String text, String... secrets) {
    return found(text.getBytes(StandardCharsets.UTF_8), secrets);
  }

  /** The secrets that can be found in these files. */
  public static List<String> foundIn(Collection<Path> files, String... secrets) {
    Map<String, String> forms = new HashMap<>();
    for (String secret : secrets) {
      forms(secret).forEach(form -> forms.put(text(form), secret));
    }
    try {
      return FilesSearch.find(files, forms.keySet()).stream()
          .map(form -> forms.getOrDefault(form, ""))
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private static List<String> forms(String secret) {
    byte[] raw = secret.getBytes(StandardCharsets.UTF_8);
    String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(raw);
    List<String> forms = new ArrayList<>();
    forms.add(new String(raw, StandardCharsets.ISO_8859_1));
    forms.addAll(List.of(hex, hex.toUpperCase(Locale.ROOT)));
    forms.addAll(List.of(url, url.replace("+", "%20"), url.toLowerCase(Locale.ROOT)));
    for (int before = 0; before < 3; before++) {
      forms.add(inside(Base64.getEncoder(), before, raw));
      forms.add(inside(Base64.getUrlEncoder(), before, raw));
    }
    return forms;
  }

  /** The part of the base64 text that is the same whatever stands before and after the secret. */
  private static String inside(Base64.Encoder encoder, int before, byte[] raw) {
    byte[] shifted = new byte[before + raw.length];
    System.arraycopy(raw, 0, shifted, before, raw.length);
    String text = encoder.encodeToString(shifted);
    return text.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
  }
}

package dev.davit.testservers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks for texts in files of any size. */
public final class FilesSearch {
  private static final int CHUNK = 1 << 20;

  private FilesSearch() {}

  /**
   * Which of these texts are somewhere in the files, as the bytes of their UTF-8. A file that is
   * gone holds nothing.
   */
  public static Set<String> find(Collection<Path> files, Collection<String> texts)
      throws IOException {
    List<Needle> needles = texts.stream().map(Needle::of).toList();
    Set<String> found = new TreeSet<>();
    for (Path file : files) {
      find(file, needles, found);
    }
    return found;
  }

  private static void find(Path file, List<Needle> needles, Set<String> found) throws IOException {
    int kept = needles.stream().mapToInt(needle -> needle.bytes().length).max().orElse(0);
    byte[] window = new byte[CHUNK + kept];
    int filled = 0;
    try (InputStream in = Files.newInputStream(file)) {
      int read = in.readNBytes(window, 0, window.length);
      while (read > 0) {
        filled += read;
        for (Needle needle : needles) {
          if (needle.isIn(window, filled)) {
            found.add(needle.text());
          }
        }
        int rest = Math.min(kept, filled);
        System.arraycopy(window, filled - rest, window, 0, rest);
        filled = rest;
        read = in.readNBytes(window, rest, window.length - rest);
      }
    } catch (NoSuchFileException gone) {
      return;
    }
  }

  /**
   * A text that is looked for, by Horspool's way: from its last byte, and on by as far as that
   * byte's last place in it.
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Needle(String text, byte[] bytes, int[] steps) {
    static Needle of(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      int[] steps = new int[256];
      Arrays.fill(steps, bytes.length);
      for (int i = 0; i < bytes.length - 1; i++) {
        steps[bytes[i] & 0xff] = bytes.length - 1 - i;
      }
      return new Needle(text, bytes, steps);
    }

    boolean isIn(byte[] window, int filled) {
      int last = bytes.length - 1;
      for (int end = last; end < filled; end += steps[window[end] & 0xff]) {
        int i = 0;
        while (i <= last && window[end - i] == bytes[last - i]) {
          i++;
        }
        if (i > last) {
          return true;
        }
      }
      return false;
    }
  }
}

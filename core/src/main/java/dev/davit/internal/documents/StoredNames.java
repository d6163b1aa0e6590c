package dev.davit.internal.documents;

import dev.davit.ports.IdSource;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The names to try for a document where the wanted one is taken: {@code report (2).pdf} and so on,
 * then one that nobody else can have, then none. Each has 255 UTF-8 bytes at most.
 */
final class StoredNames implements Iterator<String> {
  private static final int NUMBERED = 9;
  private static final int BYTES = 255;
  private static final int LONGEST_EXTENSION = 17;

  private final String stem;
  private final String extension;
  private final IdSource ids;
  private int number = 1;

  StoredNames(String wanted, IdSource ids) {
    int dot = wanted.lastIndexOf('.');
    boolean extended = dot > 0 && wanted.length() - dot <= LONGEST_EXTENSION;
    this.stem = extended ? wanted.substring(0, dot) : wanted;
    this.extension = extended ? wanted.substring(dot) : "";
    this.ids = ids;
  }

  @Override
  public boolean hasNext() {
    return number <= NUMBERED;
  }

  @Override
  public String next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    number++;
    String suffix = " (" + (number <= NUMBERED ? number : ids.next()) + ")" + extension;
    return cut(stem, BYTES - bytes(suffix)) + suffix;
  }

  private static String cut(String text, int room) {
    String cut = text;
    while (bytes(cut) > room) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}

package dev.davit.ports.storage;

/** A part of a file's bytes, as RFC 9110, 14.1.2 has it. */
public sealed interface ByteRange {
  /**
   * From a byte on, to the end.
   *
   * @param first 0 or more
   */
  record From(long first) implements ByteRange {
    public From {
      check(first >= 0);
    }
  }

  /**
   * From a byte to a byte, both included; the end of the file cuts it short.
   *
   * @param first 0 or more
   * @param last not before {@code first}
   */
  record Between(long first, long last) implements ByteRange {
    public Between {
      check(first >= 0 && last >= first);
    }
  }

  /**
   * The last bytes; the whole file where it is shorter.
   *
   * @param length more than 0
   */
  record Last(long length) implements ByteRange {
    public Last {
      check(length > 0);
    }
  }

  private static void check(boolean good) {
    if (!good) {
      throw new IllegalArgumentException("not a range of bytes");
    }
  }
}

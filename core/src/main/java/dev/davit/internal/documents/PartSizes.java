package dev.davit.internal.documents;

/**
 * What is uploaded in parts, and in which.
 *
 * @param from contents of so many bytes and more
 * @param each how many bytes a part has, about: a multiple of what the provider takes
 */
public record PartSizes(long from, long each) {
  /** What suits providers on the Internet. */
  public static final PartSizes USUAL = new PartSizes(16L << 20, 8L << 20);

  /** How many bytes the parts of a session have, but for the last. */
  long of(long granularity) {
    return granularity * Math.max(1, each / granularity);
  }
}

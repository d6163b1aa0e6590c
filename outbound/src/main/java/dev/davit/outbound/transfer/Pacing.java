package dev.davit.outbound.transfer;

/**
 * How large files are sent.
 *
 * @param piece how many bytes at once, which are held until they have arrived; a multiple of what
 *     the provider's uploads go by
 * @param pauses between two tries
 */
public record Pacing(int piece, Pauses pauses) {
  public Pacing {
    if (piece <= 0) {
      throw new IllegalArgumentException("a piece has bytes");
    }
  }
}

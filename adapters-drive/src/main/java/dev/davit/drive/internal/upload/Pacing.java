package dev.davit.drive.internal.upload;

import dev.davit.outbound.transfer.Pauses;

/**
 * How large files are sent.
 *
 * @param piece how many bytes at once, which are held until they have arrived; a multiple of 256
 *     KiB
 * @param pauses between two tries
 */
public record Pacing(int piece, Pauses pauses) {
  private static final int USUAL = 8 * 1024 * 1024;

  public Pacing {
    if (piece <= 0 || piece % Resumable.GRANULARITY != 0) {
      throw new IllegalArgumentException("pieces are multiples of 256 KiB");
    }
  }

  /** 8 MiB, and pauses that are real. */
  public static Pacing usual() {
    return new Pacing(USUAL, Pauses.REAL);
  }
}

package dev.davit.drive.internal.storage;

import dev.davit.drive.internal.http.Answer;
import dev.davit.drive.internal.http.BlockInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a file: no byte more than was asked for, and an error rather than an early end where
 * its length is known. Closing it ends the exchange.
 */
final class ExactBody extends BlockInput {
  private final Answer answer;
  private final boolean exact;
  private long left;

  /**
   * A body.
   *
   * @param in from the first wanted byte on
   * @param most how many bytes at most; null for no bound
   * @param exact whether it must have that many
   */
  ExactBody(Answer answer, InputStream in, @Nullable Long most, boolean exact) {
    super(in);
    this.answer = answer;
    this.left = most == null ? Long.MAX_VALUE : most;
    this.exact = exact && most != null;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    int count = in.read(buffer, offset, (int) Math.min(length, left));
    if (count < 0 && exact) {
      throw new EOFException("the file broke off, " + left + " bytes before its end");
    }
    left -= Math.max(count, 0);
    return count;
  }

  @Override
  public void close() {
    answer.close();
  }
}

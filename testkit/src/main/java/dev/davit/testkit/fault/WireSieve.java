package dev.davit.testkit.fault;

import java.io.IOException;
import java.io.OutputStream;

/** Lets so many bytes through; in place of the next one something happens. */
final class WireSieve extends OutputStream {
  private final OutputStream out;
  private final BytePlan.Action then;
  private long left;

  WireSieve(OutputStream out, long bytes, BytePlan.Action then) {
    this.out = out;
    this.left = bytes;
    this.then = then;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    int count = (int) Math.min(left, length);
    out.write(buffer, offset, count);
    left -= count;
    if (count < length) {
      out.flush();
      then.run();
    }
  }
}

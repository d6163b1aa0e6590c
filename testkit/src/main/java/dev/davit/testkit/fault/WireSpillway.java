package dev.davit.testkit.fault;

import java.io.IOException;
import java.io.OutputStream;

/** To a server that may have stopped reading: then the rest goes nowhere, so that it is read. */
final class WireSpillway extends OutputStream {
  private OutputStream out;

  WireSpillway(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) {
    try {
      out.write(buffer, offset, length);
    } catch (IOException serverReadsNoMore) {
      out = OutputStream.nullOutputStream();
    }
  }
}

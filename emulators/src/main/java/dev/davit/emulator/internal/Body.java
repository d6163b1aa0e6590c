package dev.davit.emulator.internal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer whose body goes through a sink. */
final class Body extends HttpServletResponseWrapper {
  /** Where the bytes go. */
  interface Sink {
    void write(byte[] bytes, int from, int length) throws IOException;
  }

  private final Out out;
  private @Nullable PrintWriter writer;

  Body(HttpServletResponse response, Sink sink) {
    super(response);
    out = new Out(sink);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return out;
  }

  @Override
  public PrintWriter getWriter() {
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
    return writer;
  }

  /** Sends on what a writer still holds. */
  void finish() {
    if (writer != null) {
      writer.flush();
    }
  }

  private static final class Out extends ServletOutputStream {
    private final Sink sink;

    Out(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void write(int octet) throws IOException {
      sink.write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      sink.write(bytes, from, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }
  }
}

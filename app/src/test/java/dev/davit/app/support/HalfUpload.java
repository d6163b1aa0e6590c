package dev.davit.app.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An upload of which some bytes were sent, and the rest were announced and never come. */
public final class HalfUpload implements AutoCloseable {
  private final Socket socket;

  private HalfUpload(Socket socket) {
    this.socket = socket;
  }

  /**
   * Begins one.
   *
   * @param client who is signed in with a token
   * @param length how many bytes are announced
   * @param first the bytes that are sent
   */
  public static HalfUpload begin(Client client, String path, long length, byte[] first) {
    String head =
        "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: %s\r\n"
                .formatted(
                    path, client.port(), Objects.requireNonNull(client.header("Authorization")))
            + "Content-Type: application/octet-stream\r\nContent-Length: "
            + length
            + "\r\n\r\n";
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), client.port());
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(first);
      out.flush();
      return new HalfUpload(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the server has answered by the time it hangs up. */
  public String answer() {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      socket.setSoTimeout(60_000);
      socket.getInputStream().transferTo(answer);
    } catch (SocketTimeoutException e) {
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      return answer.toString(StandardCharsets.UTF_8); // It hung up without a word.
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** Hangs up. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

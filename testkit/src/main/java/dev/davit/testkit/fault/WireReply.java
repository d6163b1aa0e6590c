package dev.davit.testkit.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer that no server has given. */
record WireReply(int status, Map<String, String> headers, String body) {
  WireReply {
    headers = Map.copyOf(headers);
  }

  void writeTo(OutputStream out, boolean withBody) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 %d As planned\r\n".formatted(status));
    headers.forEach((name, value) -> head.append("%s: %s\r\n".formatted(name, value)));
    head.append("Content-Length: %d\r\n\r\n".formatted(bytes.length));
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (withBody) {
      out.write(bytes);
    }
    out.flush();
  }
}

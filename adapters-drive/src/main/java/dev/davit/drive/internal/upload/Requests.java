package dev.davit.drive.internal.upload;

import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.http.Json;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Payload;
import dev.davit.outbound.transfer.Piece;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/** The requests that carry a file's bytes, or what begins with them. */
final class Requests {
  private static final String JSON = "application/json; charset=UTF-8";

  private final URI api;
  private final String fields;

  /**
   * Requests.
   *
   * @param api the root of the API
   * @param fields what is wanted of a file that is there then
   */
  Requests(URI api, String fields) {
    this.api = api;
    this.fields = URLEncoder.encode(fields, StandardCharsets.UTF_8);
  }

  /** POST for a new file, PATCH for one whose content is replaced; without a body as yet. */
  Call upload(Upload upload, String type) {
    String path = "upload/drive/v3/files" + (upload.replaces() ? "/" + upload.id() : "");
    URI uri =
        api.resolve(path + "?uploadType=" + type + "&supportsAllDrives=true&fields=" + fields);
    return Call.of(upload.replaces() ? "PATCH" : "POST", uri);
  }

  Payload metadata(Upload upload) {
    return Payload.of(json(upload.metadata()), JSON);
  }

  /** Everything in one request: what is told of the file, and its bytes (RFC 2387). */
  Call whole(Upload upload, Piece bytes) {
    String boundary = "davit-" + upload.tag(); // At most 70 characters (RFC 2046, 5.1.1).
    String head =
        "--%1$s\r\nContent-Type: %2$s\r\n\r\n%3$s\r\n--%1$s\r\nContent-Type: %4$s\r\n\r\n"
            .formatted(
                boundary,
                JSON,
                new String(json(upload.metadata()), StandardCharsets.UTF_8),
                upload.mediaType());
    Payload body =
        new Related(
            head.getBytes(StandardCharsets.UTF_8),
            bytes,
            ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8),
            "multipart/related; boundary=\"" + boundary + "\"");
    return upload(upload, "multipart").with(body).streaming();
  }

  private static byte[] json(File file) {
    try {
      return Json.FACTORY.toByteArray(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Related(byte[] head, Piece bytes, byte[] tail, String contentType)
      implements Payload {
    @Override
    public long length() {
      return (long) head.length + bytes.length() + tail.length;
    }

    @Override
    public boolean repeatable() {
      return true;
    }

    @Override
    public InputStream open() {
      return new SequenceInputStream(
          Collections.enumeration(
              List.of(
                  new ByteArrayInputStream(head), bytes.open(), new ByteArrayInputStream(tail))));
    }
  }
}

package dev.davit.http;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Download;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends files to clients: whole or one range, under the usual conditions (RFC 9110, 13 and 14). */
final class Downloads {
  private Downloads() {}

  static void send(Call call, Downloadable file) throws IOException {
    headers(call.response(), file);
    HttpServletRequest request = call.request();
    if (Etags.matches(request.getHeader("If-None-Match"), file.etag())) {
      call.empty(304);
    } else if (request.getMethod().equals("HEAD")) {
      head(call, file);
    } else {
      body(call, file, range(request, file));
    }
  }

  private static void headers(HttpServletResponse response, Downloadable file) {
    response.setHeader("Content-Disposition", Disposition.attachment(file.name()));
    response.setHeader(SecurityHeaders.CSP, SecurityHeaders.CSP_DOWNLOAD);
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("Accept-Ranges", "bytes");
    String etag = Etags.clean(file.etag());
    if (etag != null) {
      response.setHeader("ETag", etag);
    }
  }

  private static void head(Call call, Downloadable file) {
    call.response().setContentType(type(file));
    Long size = file.size();
    if (size != null) {
      call.response().setContentLengthLong(size);
    }
    call.empty(200);
  }

  private static String type(Downloadable file) {
    String type = MediaTypes.clean(file.contentType());
    return type == null ? MediaTypes.BYTES : type;
  }

  private static @Nullable ByteRange range(HttpServletRequest request, Downloadable file) {
    ByteRange range = Ranges.parse(request.getHeader("Range"));
    if (range == null || !Etags.unchanged(request.getHeader("If-Range"), file.etag())) {
      return null;
    }
    Long size = file.size();
    if (size != null && !Ranges.satisfiable(range, size)) {
      throw unsatisfiable(size);
    }
    return range;
  }

  private static void body(Call call, Downloadable file, @Nullable ByteRange range)
      throws IOException {
    try (Download download = open(file, range)) {
      Extent extent = Extent.of(download, range);
      if (extent.knownFor(range)) {
        start(call, file, download, extent, range);
        Sending.copy(call, download.body(), extent.length());
        return;
      }
    }
    body(call, file, null);
  }

  private static void start(
      Call call, Downloadable file, Download download, Extent extent, @Nullable ByteRange range) {
    HttpServletResponse response = call.response();
    String etag = Etags.clean(download.etag());
    if (etag != null) {
      response.setHeader("ETag", etag);
    }
    response.setContentType(type(file));
    call.empty(range == null ? 200 : 206);
    if (range != null) {
      response.setHeader("Content-Range", extent.contentRange());
    }
    Long length = extent.length();
    if (length != null) {
      response.setContentLengthLong(length);
    }
  }

  private static Download open(Downloadable file, @Nullable ByteRange range) {
    try {
      return file.open().apply(range);
    } catch (CloudException e) {
      if (range != null && e.kind() == ErrorKind.INVALID_REQUEST) {
        throw unsatisfiable(file.size());
      }
      throw e;
    }
  }

  private static HttpProblem unsatisfiable(@Nullable Long size) {
    return new HttpProblem(
        ProblemType.RANGE_NOT_SATISFIABLE,
        "The file has no bytes in that range.",
        size == null ? Map.of() : Map.of("Content-Range", "bytes */" + size));
  }
}

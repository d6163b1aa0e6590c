package dev.davit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * A multipart form, which waits on disk until it is closed.
 *
 * @param parts what it has
 */
record Form(MultiPartFormData.Parts parts) implements AutoCloseable {
  /** What there is around the parts, at the most. */
  private static final long OVERHEAD = 64 * 1024;

  /** Reads a form to its end: no more than allowed, and not too slowly. */
  static Form read(HttpServletRequest request, String type, HttpLimits limits) {
    long max = limits.sizes().multipart() + OVERHEAD;
    if (request.getContentLengthLong() > max) {
      throw RequestBody.tooLarge();
    }
    try {
      return new Form(parts(UploadStream.of(request, max, limits), type, config(limits)));
    } catch (IOException e) {
      throw RequestBody.brokenOff();
    }
  }

  private static MultiPartFormData.Parts parts(
      UploadStream stream, String type, MultiPartConfig config) {
    Content.Source source = Content.Source.from(stream);
    try {
      return MultiPartFormData.getParts(source, new Attributes.Mapped(), type, config);
    } catch (RuntimeException e) {
      RuntimeException refusal = stream.refusal();
      throw refusal == null ? refused(e) : refusal;
    }
  }

  private static MultiPartConfig config(HttpLimits limits) {
    return new MultiPartConfig.Builder()
        .location(Path.of(System.getProperty("java.io.tmpdir")))
        .maxPartSize(limits.sizes().multipart())
        .maxSize(limits.sizes().multipart() + OVERHEAD)
        .maxMemoryPartSize(0)
        .useFilesForPartsWithoutFileName(true)
        .build();
  }

  /** Jetty says by an {@link IllegalStateException}, somewhere inside, that it was too much. */
  private static RuntimeException refused(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalStateException) {
        return RequestBody.tooLarge();
      }
    }
    return Texts.refused("The form can't be read.");
  }

  /**
   * The one file in it.
   *
   * @param wanted how the client wants it to be called; null for as the form says
   */
  Upload upload(@Nullable String wanted) {
    if (parts.size() != 1 || !"file".equals(parts.get(0).getName())) {
      throw Texts.refused("file", "The form must have exactly one part, named file.");
    }
    MultiPart.Part part = parts.get(0);
    String name = wanted == null ? part.getFileName() : wanted;
    if (name == null) {
      throw Texts.refused("name", "The file has no name.");
    }
    String type = MediaTypes.clean(part.getHeaders().get(HttpHeader.CONTENT_TYPE));
    return new Upload(Texts.check("name", name), type, new PartContent(part));
  }

  @Override
  public void close() {
    parts.close();
  }
}

package dev.davit.http;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.jspecify.annotations.Nullable;

/** Takes files from clients: streamed as a raw body, or spooled from a form. */
final class Uploads {
  private static final long FORM_OVERHEAD = 64 * 1024;

  private Uploads() {}

  /** Hands the file on, and clears up after it. */
  static <T> T take(Call call, Function<Upload, T> use) {
    RequestBody.checkEncoding(call.request());
    String type = call.request().getContentType();
    return MediaTypes.isForm(type) ? form(call, use) : raw(call, MediaTypes.clean(type), use);
  }

  private static <T> T raw(Call call, @Nullable String type, Function<Upload, T> use) {
    String name = call.query().require("name");
    StreamedContent content = new StreamedContent(call.request(), call.limits());
    try {
      return use.apply(new Upload(name, type, content));
    } catch (RuntimeException e) {
      RuntimeException refusal = content.refusal();
      throw refusal == null ? e : refusal;
    }
  }

  private static <T> T form(Call call, Function<Upload, T> use) {
    Collection<Part> parts = parts(call.request(), call.limits());
    try {
      return use.apply(upload(call, parts));
    } finally {
      parts.forEach(Uploads::discard);
    }
  }

  private static Upload upload(Call call, Collection<Part> parts) {
    if (parts.size() != 1 || !parts.iterator().next().getName().equals("file")) {
      throw Texts.refused("file", "The form must have exactly one part, named file.");
    }
    Part part = parts.iterator().next();
    String name = call.query().get("name");
    if (name == null) {
      name = part.getSubmittedFileName();
    }
    if (name == null) {
      throw Texts.refused("name", "The file has no name.");
    }
    return new Upload(
        Texts.check("name", name), MediaTypes.clean(part.getContentType()), new PartContent(part));
  }

  private static Collection<Part> parts(HttpServletRequest request, HttpLimits limits) {
    long max = limits.maxMultipart();
    if (request.getContentLengthLong() > max + FORM_OVERHEAD) {
      throw RequestBody.tooLarge();
    }
    request.setAttribute(
        ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
        new MultipartConfigElement(
            System.getProperty("java.io.tmpdir"), max, max + FORM_OVERHEAD, 0));
    try {
      return request.getParts();
    } catch (IOException | ServletException | RuntimeException e) {
      throw refused(e);
    }
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

  private static void discard(Part part) {
    try {
      part.delete();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

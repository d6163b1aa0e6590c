package dev.davit.http;

import dev.davit.ports.storage.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The body of a request as a content: its bytes pass through once, and nothing keeps them. */
final class StreamedContent implements Content {
  private final HttpServletRequest request;
  private final HttpLimits limits;
  private @Nullable UploadStream stream;

  StreamedContent(HttpServletRequest request, HttpLimits limits) {
    this.request = request;
    this.limits = limits;
    if (request.getContentLengthLong() > limits.sizes().upload()) {
      throw RequestBody.tooLarge();
    }
  }

  @Override
  public OptionalLong size() {
    long length = request.getContentLengthLong();
    return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
  }

  @Override
  public boolean repeatable() {
    return false;
  }

  @Override
  public InputStream open() throws IOException {
    if (stream != null) {
      throw new IllegalStateException("a streamed upload can be read only once");
    }
    stream = UploadStream.of(request, limits.sizes().upload(), limits);
    return stream;
  }

  /** Why we ended it before its end, if we did. */
  @Nullable RuntimeException refusal() {
    return stream == null ? null : stream.refusal();
  }
}

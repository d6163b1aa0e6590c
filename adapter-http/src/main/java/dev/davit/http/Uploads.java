package dev.davit.http;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes files from clients: streamed as a raw body, or spooled from a form. */
final class Uploads {
  private Uploads() {}

  /** Hands the file on, and clears up after it. */
  static <T> T take(Call call, Function<Upload, T> use) {
    RequestBody.checkEncoding(call.request());
    String type = call.request().getContentType();
    return type != null && MediaTypes.isForm(type)
        ? form(call, type, use)
        : raw(call, MediaTypes.clean(type), use);
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

  private static <T> T form(Call call, String type, Function<Upload, T> use) {
    try (Form form = Form.read(call.request(), type, call.limits())) {
      return use.apply(form.upload(call.query().get("name")));
    }
  }
}

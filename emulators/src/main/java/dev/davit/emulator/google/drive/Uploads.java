package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Content;
import dev.davit.emulator.files.Jsons;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uploads of content: simple, in parts, and the beginning of resumable ones. */
final class Uploads {
  private static final Pattern BOUNDARY = Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))");

  /** RFC 2046, 5.1.1. */
  private static final int LONGEST_BOUNDARY = 70;

  private final World world;
  private final Creates creates;
  private final Updates updates;
  private final Sessions sessions;

  Uploads(World world, Creates creates, Updates updates, Sessions sessions) {
    this.world = world;
    this.creates = creates;
    this.updates = updates;
    this.sessions = sessions;
  }

  /** {@code uploadType} says which way it comes (guides/manage-uploads). */
  void upload(Call call) throws IOException {
    switch (call.params().oneOf("uploadType", "", Set.of("media", "multipart", "resumable"))) {
      case "media" -> media(call);
      case "multipart" -> multipart(call);
      default -> resumable(call);
    }
  }

  private void media(Call call) throws IOException {
    Metadata metadata = metadata(call, Map.of());
    Mask mask = call.mask(Resources.DEFAULTS);
    check(call, metadata, Math.max(0, call.request().getContentLengthLong()));
    String type = call.request().getContentType();
    try (InputStream body = Call.body(call.request())) {
      Content content = world.contents().keep(body);
      call.send(finish(call, metadata, mask, Incoming.of(content, type == null ? "" : type)));
    }
  }

  /** Metadata in JSON, then content. */
  private void multipart(Call call) throws IOException {
    try (InputStream body = Call.body(call.request())) {
      Multipart parts = new Multipart(body, boundary(call));
      String first = parts.next().getOrDefault("content-type", "");
      if (!first.toLowerCase(Locale.ROOT).startsWith("application/json")) {
        throw DriveError.of(400, "badContent", "Unsupported content with type: " + first);
      }
      Metadata metadata = metadata(call, Jsons.object(parts.content(), Refusals::parseError));
      Mask mask = call.mask(Resources.DEFAULTS);
      String type = parts.next().getOrDefault("content-type", "");
      Content content = world.contents().keep(parts.content());
      parts.end();
      call.send(finish(call, metadata, mask, Incoming.of(content, type)));
    }
  }

  private static String boundary(Call call) {
    String type = String.valueOf(call.request().getContentType());
    Matcher boundary = BOUNDARY.matcher(type);
    if (!type.startsWith("multipart/related") || !boundary.find()) {
      throw DriveError.of(
          400, "badContent", "Media type '" + type + "' is not supported: multipart/related is.");
    }
    String quoted = boundary.group(1);
    String text = quoted == null ? boundary.group(2) : quoted;
    if (text.length() > LONGEST_BOUNDARY) {
      throw DriveError.of(400, "badContent", "The boundary is longer than 70 characters.");
    }
    return text;
  }

  /** Only metadata for now; the answer says where the content goes. */
  private void resumable(Call call) throws IOException {
    Metadata metadata = metadata(call, call.metadata());
    Mask mask = call.mask(Resources.DEFAULTS);
    long length = announced(call);
    check(call, metadata, Math.max(0, length));
    String type = call.request().getHeader("X-Upload-Content-Type");
    String id =
        sessions.begin(
            new UploadSession.Plan(
                type == null ? "" : type,
                length,
                incoming -> finish(call, metadata, mask, incoming)));
    String query = call.params().query();
    call.response()
        .setHeader("Location", call.request().getRequestURL() + "?" + query + "&upload_id=" + id);
    call.response().setHeader("X-GUploader-UploadID", id);
    call.response().setContentLength(0);
  }

  private static long announced(Call call) {
    String length = call.request().getHeader("X-Upload-Content-Length");
    if (length != null && !length.matches("\\d{1,18}")) {
      throw Refusals.badRequest("Invalid X-Upload-Content-Length.");
    }
    return length == null ? -1 : Long.parseLong(length);
  }

  private static Metadata metadata(Call call, Map<String, Object> fields) {
    return call.id().isEmpty() ? Metadata.creating(fields) : Metadata.updating(fields);
  }

  private void check(Call call, Metadata metadata, long bytes) {
    locked(
        () ->
            call.id().isEmpty()
                ? creates.check(call.who(), call.allDrives(), metadata, bytes)
                : updates.check(call.who(), call.allDrives(), call.id(), bytes));
  }

  private Map<String, Object> finish(Call call, Metadata metadata, Mask mask, Incoming incoming) {
    return locked(
        () -> {
          Item item =
              call.id().isEmpty()
                  ? creates.create(call.who(), call.allDrives(), metadata, incoming)
                  : updates.update(Updates.Change.of(call), metadata, incoming);
          return world.resources().file(item, call.who(), mask);
        });
  }

  private <T> T locked(Supplier<T> action) {
    return world.tree().locked(action);
  }
}

package dev.davit.emulator.microsoft.graph;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of the file it wants to upload (resources/driveitemuploadableproperties).
 *
 * @param name empty for none
 * @param size -1 for none
 * @param deferred whether it will complete the upload itself
 * @param properties of the file beside those
 * @param source the address of the session that is completed; empty for none
 */
record UploadWish(
    String name,
    long size,
    boolean deferred,
    Conflict conflict,
    Metadata properties,
    String source) {
  /** As SharePoint's limits have it (support.microsoft.com, "250 GB"). */
  private static final long LARGEST = 250L << 30;

  private static final String SOURCE = "@microsoft.graph.sourceUrl";
  private static final String SIZE = "fileSize";
  private static final Set<String> BODY = Set.of("item", "deferCommit", "@odata.type");
  private static final Set<String> ITEM =
      Set.of("name", "description", "fileSystemInfo", Metadata.CONFLICT);
  private static final Set<String> COMPLETED = Set.of("name", SOURCE, Metadata.CONFLICT);

  /** Reads the body of {@code createUploadSession}, which may be missing. */
  static UploadWish of(Call call) throws IOException {
    Map<String, Object> body = call.request().getContentLengthLong() == 0 ? Map.of() : call.json();
    for (String name : body.keySet()) {
      if (!BODY.contains(name)) {
        throw Refusals.badRequest(
            "The parameter '"
                + name
                + "' in the request payload is not a valid parameter for the"
                + " operation 'createUploadSession'.");
      }
    }
    Map<String, Object> item = object(body.getOrDefault("item", Map.of()));
    long size = size(item.remove(SIZE));
    Metadata properties = Metadata.of(item, ITEM);
    time(properties, "createdDateTime");
    time(properties, "lastModifiedDateTime");
    return new UploadWish(
        properties.text("name").orElse(""),
        size,
        Boolean.TRUE.equals(body.get("deferCommit")),
        properties.conflict(call),
        properties,
        "");
  }

  /** Reads the body of a PUT that completes a session. */
  static UploadWish completing(Call call) throws IOException {
    Metadata body = Metadata.of(call.json(), COMPLETED);
    String source =
        body.text(SOURCE)
            .orElseThrow(() -> Refusals.invalid("The property '" + SOURCE + "' is missing."));
    String name = body.text("name").orElseThrow(() -> Refusals.invalid("The name is missing."));
    return new UploadWish(name, -1, false, body.conflict(call), body, source);
  }

  private static Map<String, Object> object(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      throw Refusals.badRequest("The value of 'item' is no object.");
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, inner) -> copy.put(String.valueOf(key), inner));
    return copy;
  }

  private static long size(@Nullable Object value) {
    if (value == null) {
      return -1;
    }
    if (!(value instanceof Number number) || number.longValue() < 0) {
      throw Refusals.badRequest("The value of 'fileSize' is no size.");
    }
    if (number.longValue() > LARGEST) { // Seen: github.com/OneDrive/onedrive-api-docs/issues/70
      throw Refused.of(400, "invalidArgument", "Max file size exceeded")
          .inner("maxFileSizeExceeded");
    }
    return number.longValue();
  }

  /**
   * "The {item-path} must contain the name of the item that's specified in the request body." A
   * size is said "only on OneDrive Personal"; others were seen to refuse it
   * (github.com/microsoftgraph/microsoft-graph-docs/issues/10585).
   */
  void check(String there, Drive drive) {
    if (size >= 0 && !drive.isPersonal()) {
      throw Refusals.invalid("The property 'fileSize' is not one of this drive's.");
    }
    if (!name.isEmpty() && !name.equals(there)) {
      throw Refusals.invalid("The name in the body is not the name in the address.");
    }
  }

  /** Gives a file what else was said of it. */
  void into(Item item) {
    properties.text("description").ifPresent(text -> item.description = text);
    time(properties, "createdDateTime").ifPresent(time -> item.clientCreated = time);
    time(properties, "lastModifiedDateTime").ifPresent(time -> item.clientModified = time);
  }

  private static Optional<Instant> time(Metadata properties, String name) {
    return properties.object("fileSystemInfo").time(name);
  }
}

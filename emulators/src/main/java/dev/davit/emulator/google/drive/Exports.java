package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.Content;
import java.io.IOException;
import java.nio.file.Files;

/** {@code files.export} (guides/manage-downloads, guides/ref-export-formats). */
final class Exports {
  private static final long LARGEST = 10L << 20;

  private final World world;

  Exports(World world) {
    this.world = world;
  }

  /** In one of the formats of the document's kind, at most 10 MB, never a part of it. */
  void export(Call call) throws IOException {
    String type = call.params().text("mimeType");
    if (type.isEmpty()) {
      throw Refusals.required("mimeType", "Required parameter: mimeType");
    }
    Content content = world.tree().locked(() -> content(call, type));
    call.response().setContentType(type);
    call.response().setContentLengthLong(content.size());
    Files.copy(content.file(), call.response().getOutputStream());
  }

  private Content content(Call call, String type) {
    Item item = world.access().require(call.who(), call.id(), true);
    if (Types.exportsOf(item.mimeType).isEmpty()) {
      throw DriveError.of(403, "fileNotExportable", "Export only supports Docs Editors files.");
    }
    if (!Types.exportsOf(item.mimeType).contains(type)) {
      throw Refusals.badRequest("The requested conversion is not supported.").at("convertTo");
    }
    if (!Capabilities.canDownload(item)) {
      throw DriveError.of(403, "cannotExportFile", "This file cannot be exported by the user.");
    }
    Content content = item.exports.getOrDefault(type, item.exports.get(""));
    if (content == null) {
      throw new IllegalStateException("A document without content: " + item.id);
    }
    if (content.size() > LARGEST) {
      throw DriveError.of(403, "exportSizeLimitExceeded", "This file is too large to be exported.");
    }
    return content;
  }
}

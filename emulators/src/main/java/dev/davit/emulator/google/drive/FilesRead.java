package dev.davit.emulator.google.drive;

import dev.davit.emulator.files.ByteRange;
import dev.davit.emulator.files.Content;
import dev.davit.emulator.files.Delivery;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** {@code files.get}, metadata or content (guides/manage-downloads). */
final class FilesRead {
  private final World world;

  FilesRead(World world) {
    this.world = world;
  }

  void get(Call call) throws IOException {
    if (call.params().oneOf("alt", "json", Set.of("json", "media")).equals("media")) {
      media(call);
    } else {
      metadata(call);
    }
  }

  private void metadata(Call call) throws IOException {
    Mask mask = call.mask(Resources.DEFAULTS);
    call.send(
        world
            .tree()
            .locked(
                () ->
                    world
                        .resources()
                        .file(
                            world.access().require(call.who(), call.id(), call.allDrives()),
                            call.who(),
                            mask)));
  }

  /** {@code alt=media}. */
  void media(Call call) throws IOException {
    if (!call.who().hasOneOf(DriveScopes.READ)) {
      throw call.method().refusal();
    }
    record Found(Content content, String type) {}
    Found found =
        world
            .tree()
            .locked(
                () -> {
                  Item item = world.access().require(call.who(), call.id(), call.allDrives());
                  return new Found(downloadable(call, item), item.mimeType);
                });
    send(call, found.content(), found.type());
  }

  private Content downloadable(Call call, Item item) {
    Content content = item.content;
    if (content == null) {
      throw DriveError.of(
              403,
              "fileNotDownloadable",
              "Only files with binary content can be downloaded. Use Export with Docs Editors"
                  + " files.")
          .at("alt");
    }
    if (!Capabilities.canDownload(item)) {
      throw DriveError.of(403, "cannotDownloadFile", "This file cannot be downloaded by the user.");
    }
    if (item.abusive && !acknowledged(call, item)) {
      throw DriveError.of(
          403,
          "cannotDownloadAbusiveFile",
          "This file has been identified as malware or spam and cannot be downloaded.");
    }
    return content;
  }

  /** Only owners may say that they know the risk (reference/rest/v3/files/get). */
  private boolean acknowledged(Call call, Item item) {
    return call.params().flag("acknowledgeAbuse")
        && world.access().role(call.who(), item) == Role.OWNER;
  }

  private static void send(Call call, Content content, String type) throws IOException {
    Optional<ByteRange> range =
        ByteRange.of(call.request().getHeader("Range"), content.size(), FilesRead::notSatisfiable);
    Delivery.send(call.response(), content, type, range);
  }

  private static DriveError notSatisfiable() {
    return DriveError.of(416, "requestedRangeNotSatisfiable", "Request range not satisfiable")
        .atHeader("Range");
  }
}

package dev.davit.emulator.google.drive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;

/** {@code files.get}, metadata or content (guides/manage-downloads). */
final class FilesRead {
  private static final int PARTIAL = 206;
  private static final int BUFFER = 1 << 16;

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
    Optional<ByteRange> range = ByteRange.of(call.request().getHeader("Range"), content.size());
    ByteRange part = range.orElse(new ByteRange(0, content.size() - 1));
    call.response().setStatus(range.isPresent() ? PARTIAL : 200);
    range.ifPresent(it -> call.response().setHeader("Content-Range", it.of(content.size())));
    call.response().setHeader("Accept-Ranges", "bytes");
    call.response().setContentType(type);
    call.response().setContentLengthLong(part.length());
    copy(content, part, call.response().getOutputStream());
  }

  private static void copy(Content content, ByteRange part, OutputStream out) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(content.file())) {
      in.skipNBytes(part.first());
      long left = part.length();
      while (left > 0) {
        int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        out.write(buffer, 0, read);
        left -= read;
      }
    }
  }
}

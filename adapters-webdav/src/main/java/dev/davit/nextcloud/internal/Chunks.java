package dev.davit.nextcloud.internal;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Call;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.http.Faults;
import dev.davit.webdav.internal.storage.Names;
import dev.davit.webdav.internal.storage.Propfind;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The folders in which chunks arrive (chunked upload, version 2). Status 200 is no answer of a
 * Nextcloud here, but of something else on the way, such as a page for people.
 */
final class Chunks {
  static final String TOTAL = "OC-Total-Length";

  private final DavClient client;
  private final Propfind propfind;

  /**
   * Chunks.
   *
   * @param client whose paths are below the user's uploads, and its destinations below the files
   */
  Chunks(DavClient client) {
    this.client = client;
    this.propfind = new Propfind(client);
  }

  DavClient client() {
    return client;
  }

  Propfind propfind() {
    return propfind;
  }

  /** Makes the folder; one that is there already goes first. */
  void open(UploadPlan plan) {
    if (!make(plan)) {
      remove(plan);
      if (!make(plan)) {
        throw Faults.protocol(null);
      }
    }
  }

  private boolean make(UploadPlan plan) {
    try (Answer answer = client.send(Call.of("MKCOL", plan.folder()).to(plan.target()))) {
      return switch (answer.status()) {
        case 201 -> true;
        case 405 -> false;
        case 400, 414, 422 -> throw Names.impossible();
        case 409 -> throw Propfind.missing();
        default -> throw Faults.of(answer);
      };
    }
  }

  /**
   * Sends the chunk that begins at a position.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND} if the folder is gone; {@link
   *     ErrorKind#PROTOCOL} if the server received other bytes: then the chunk is not there
   */
  void put(UploadPlan plan, long position, InputStream in) {
    HashedPart part = new HashedPart(in, plan.chunkLength(position));
    Call call =
        Call.of("PUT", plan.chunk(position))
            .to(plan.target())
            .with(TOTAL, Long.toString(plan.size()))
            .with("X-Hash", "sha256")
            .with(part);
    try (Answer answer = client.send(call)) {
      switch (answer.status()) {
        case 201, 204 -> requireSame(plan, position, answer, part.sha256());
        case 404, 409 -> throw gone();
        default -> throw Faults.of(answer);
      }
    }
  }

  private void requireSame(UploadPlan plan, long position, Answer answer, String sent) {
    String received = answer.header("X-Hash-SHA256");
    if (received == null || received.strip().toLowerCase(Locale.ROOT).equals(sent)) {
      return;
    }
    try (Answer removed = client.send(Call.of("DELETE", plan.chunk(position)))) {
      throw new CloudException(
          ErrorKind.PROTOCOL,
          removed.isSuccess()
              ? "The server received other bytes than were sent."
              : "The server received other bytes than were sent, and keeps them.");
    }
  }

  /** How many bytes of the file are there without a gap; nothing if the folder is gone. */
  OptionalLong arrived(UploadPlan plan) {
    Map<Long, Long> sizes = new java.util.HashMap<>();
    try {
      propfind.children(
          plan.folder(),
          found -> {
            Long size = found.resource().size();
            String name = found.path().name();
            if (size != null && name.matches("[0-9]{1,9}")) {
              sizes.put(Long.valueOf(name), size);
            }
          });
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND) {
        return OptionalLong.empty();
      }
      throw e;
    }
    return OptionalLong.of(arrived(plan, sizes));
  }

  private static long arrived(UploadPlan plan, Map<Long, Long> sizes) {
    long position = 0;
    for (long number = 1; position < plan.size(); number++) {
      long length = plan.chunkLength(position);
      if (sizes.getOrDefault(number, -1L) != length) {
        return position;
      }
      position += length;
    }
    return position;
  }

  /** Removes the folder with all chunks; false if it is gone already. */
  boolean remove(UploadPlan plan) {
    Call call = Call.of("DELETE", plan.folder());
    try (Answer answer = client.send(call)) {
      return switch (answer.status()) {
        case 204 -> true;
        case 404 -> false;
        default -> throw Faults.of(answer);
      };
    }
  }

  static CloudException gone() {
    return new CloudException(ErrorKind.NOT_FOUND, "This upload is gone. Begin it anew.");
  }
}

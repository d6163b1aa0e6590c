package dev.davit.onedrive.internal.upload;

import dev.davit.onedrive.internal.http.Answer;
import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Progress;
import dev.davit.outbound.transfer.Resumable;
import dev.davit.outbound.transfer.Window;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Upload sessions, one request at a time (Microsoft Graph: "driveItem: createUploadSession"). No
 * credential goes to the address of one: whoever has it needs none, and one that is sent there is
 * refused.
 */
final class GraphUploads implements Resumable<Json> {
  static final int GRANULARITY = 320 * 1024;
  private static final String TYPE = "application/octet-stream";
  private static final String CONFLICT = "@microsoft.graph.conflictBehavior";
  private static final Pattern RANGE = Pattern.compile("[0-9]{1,18}-[0-9]{0,18}");

  private final GraphClient client;
  private final Upload upload;
  private final OtherNames others;

  /** The sessions of one file. */
  GraphUploads(GraphClient client, Upload upload, OtherNames others) {
    this.client = client;
    this.upload = upload;
    this.others = others;
  }

  /**
   * Begins one, and says the size, so that a OneDrive that is too full says so at once. Only those
   * of consumers take it ("driveItemUploadableProperties"); others refuse it and are not told.
   *
   * @param size in bytes
   * @return its address
   */
  URI begin(long size) {
    String conflict = upload.conflict();
    try {
      return begun(Map.of(CONFLICT, conflict, "fileSize", size));
    } catch (CloudException e) {
      if (e.kind() != ErrorKind.INVALID_REQUEST || Faults.status(e) != 400) {
        throw e;
      }
      return begun(Map.of(CONFLICT, conflict));
    }
  }

  private URI begun(Map<String, Object> item) {
    Call call =
        Call.of("POST", client.at(upload.target() + "/createUploadSession"))
            .with(Json.payload(Map.of("item", item)));
    String etag = upload.ifMatch();
    Json session = client.json(etag == null ? call : call.with("If-Match", etag));
    return client.endpoints().bare(session.text("uploadUrl"));
  }

  @Override
  public int granularity() {
    return GRANULARITY;
  }

  @Override
  public Progress<Json> put(URI address, Window window, int length, long size) {
    long first = window.start();
    Call call =
        Call.of("PUT", address)
            .with("Content-Range", "bytes " + first + "-" + (first + length - 1) + "/" + size)
            .with(window.piece(length, TYPE))
            .streaming();
    try (Answer answer = client.bare(call)) {
      return switch (answer.status()) {
        case 200, 201 -> new Progress.Done<>(file(Json.read(answer)));
        case 202 -> progress(address, Json.read(answer));
        case 401, 403, 404, 410 -> new Progress.Gone<>();
        case 409 -> new Progress.Done<>(elsewhere(address, Faults.bare(answer)));
        case 416 -> where(address, size);
        default -> throw Faults.bare(answer);
      };
    }
  }

  @Override
  public Progress<Json> where(URI address, long size) {
    try (Answer answer = client.bare(Call.of("GET", address))) {
      return switch (answer.status()) {
        case 200 -> progress(address, Json.read(answer));
        case 401, 403, 404, 410 -> new Progress.Gone<>();
        default -> throw Faults.bare(answer);
      };
    }
  }

  /** The file that has arrived; a page for people is none. */
  static Json file(Json item) {
    if (item.text("id") == null) {
      throw Mishaps.senseless();
    }
    return item;
  }

  /** The first byte that is missing. One that misses none and made no file never will. */
  private Progress<Json> progress(URI address, Json session) {
    List<String> ranges = session.texts("nextExpectedRanges");
    if (ranges == null || !ranges.stream().allMatch(RANGE.asMatchPredicate())) {
      throw Mishaps.senseless();
    }
    if (ranges.isEmpty()) {
      cancel(address);
      return new Progress.Gone<>();
    }
    return new Progress.More<>(
        ranges.stream()
            .map(range -> Long.parseLong(range.substring(0, range.indexOf('-'))))
            .min(Comparator.naturalOrder())
            .orElseThrow());
  }

  /**
   * Makes the file of all that has arrived under another name, since the wanted one was taken
   * meanwhile ("Handle upload errors").
   */
  private Json elsewhere(URI address, CloudException taken) {
    for (Optional<String> name = others.next(); name.isPresent(); name = others.next()) {
      try {
        return file(client.json(completing(address, name.get())));
      } catch (CloudException e) {
        if (e.kind() != ErrorKind.CONFLICT) {
          throw e;
        }
      }
    }
    throw taken;
  }

  private Call completing(URI address, String name) {
    Map<String, Object> body =
        Map.of("name", name, CONFLICT, "fail", "@microsoft.graph.sourceUrl", address.toString());
    return Call.of("PUT", client.at(upload.folder())).with(Json.payload(body));
  }

  @Override
  public void cancel(URI address) {
    try (Answer answer = client.bare(Call.of("DELETE", address))) {
      switch (answer.status()) {
        case 200, 202, 204, 401, 403, 404, 410 -> {}
        default -> throw Faults.bare(answer);
      }
    }
  }

  @Override
  public CloudException senseless() {
    return Mishaps.senseless();
  }

  @Override
  public CloudException lost() {
    return Mishaps.lost();
  }
}

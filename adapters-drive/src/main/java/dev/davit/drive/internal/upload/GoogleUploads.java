package dev.davit.drive.internal.upload;

import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.http.Answer;
import dev.davit.drive.internal.http.DriveClient;
import dev.davit.drive.internal.http.Faults;
import dev.davit.drive.internal.http.Json;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Piece;
import dev.davit.outbound.transfer.Progress;
import dev.davit.outbound.transfer.Resumable;
import dev.davit.outbound.transfer.Source;
import dev.davit.outbound.transfer.Window;
import dev.davit.ports.CloudException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resumable uploads, one request at a time (Google: "Upload file data", resumable uploads). The
 * address of one is as good as a credential: it is sent to Google only, and never said.
 */
final class GoogleUploads implements Resumable<File> {
  private static final int GRANULARITY = 256 * 1024;

  private static final Pattern RANGE = Pattern.compile("(?:bytes=)?0-([0-9]{1,18})");

  private final DriveClient client;
  private final Requests requests;

  GoogleUploads(DriveClient client, Requests requests) {
    this.client = client;
    this.requests = requests;
  }

  /**
   * Begins one.
   *
   * @param size in bytes, or {@link Source#UNKNOWN}
   * @return its address
   */
  URI begin(Upload upload, long size) {
    Call call =
        requests
            .upload(upload, "resumable")
            .with(requests.metadata(upload))
            .with("X-Upload-Content-Type", upload.mediaType());
    Call sized = size < 0 ? call : call.with("X-Upload-Content-Length", Long.toString(size));
    try (Answer answer = DriveClient.succeeded(client.send(sized))) {
      return trusted(answer.header("Location"));
    }
  }

  /** The address, if it leads to where the rest of the API is. */
  URI trusted(@Nullable String address) {
    try {
      URI uri = new URI(address == null ? "" : address);
      if (client.endpoints().isApi(uri)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // Not passed on: it holds the address.
    }
    throw Mishaps.senseless();
  }

  @Override
  public int granularity() {
    return GRANULARITY;
  }

  @Override
  public Progress<File> put(URI address, Window window, int length, long size) {
    String total = size < 0 ? "*" : Long.toString(size);
    long first = window.start();
    String range = length == 0 ? "*/" + total : first + "-" + (first + length - 1) + "/" + total;
    Call call =
        Call.of("PUT", address)
            .with("Content-Range", "bytes " + range)
            .with(window.piece(length, MediaTypes.UNKNOWN))
            .streaming();
    return progress(call);
  }

  @Override
  public Progress<File> where(URI address, long size) {
    String total = size < 0 ? "*" : Long.toString(size);
    return progress(
        Call.of("PUT", address)
            .with("Content-Range", "bytes */" + total)
            .with(new Piece(new byte[0], 0, MediaTypes.UNKNOWN)));
  }

  private Progress<File> progress(Call call) {
    try (Answer answer = client.send(call)) {
      return switch (answer.status()) {
        case 200, 201 -> new Progress.Done<>(file(answer));
        case 308 -> new Progress.More<>(position(answer.header("Range")));
        case 404, 410, 499 -> new Progress.Gone<>();
        default -> throw Faults.of(answer);
      };
    }
  }

  /** The file that has arrived; a page for people is none. */
  static File file(Answer answer) {
    File file = Json.read(answer, File.class);
    if (file.getId() == null) {
      throw Mishaps.senseless();
    }
    return file;
  }

  private static long position(@Nullable String range) {
    if (range == null) {
      return 0;
    }
    Matcher matcher = RANGE.matcher(range.strip());
    if (!matcher.matches()) {
      throw Mishaps.senseless();
    }
    return Long.parseLong(matcher.group(1)) + 1;
  }

  @Override
  public void cancel(URI address) {
    Call call = Call.of("DELETE", address);
    try (Answer answer = client.send(call)) {
      int status = answer.status();
      // 499 is what Google answers where it worked.
      if (!answer.isSuccess() && status != 499 && status != 404 && status != 410) {
        throw Faults.of(answer);
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

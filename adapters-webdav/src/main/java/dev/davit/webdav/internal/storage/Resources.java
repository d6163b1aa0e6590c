package dev.davit.webdav.internal.storage;

import dev.davit.outbound.Target;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.webdav.WebDavSettings;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.dav.Href;
import dev.davit.webdav.internal.dav.MultiStatus;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Faults;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a server says is there, one by one as it comes, in constant memory. Used by one thread at a
 * time.
 */
final class Resources implements AutoCloseable {
  private final Answer answer;
  private final Href href;
  private final MultiStatus status;

  private Resources(Answer answer, Href href, MultiStatus status) {
    this.answer = answer;
    this.href = href;
    this.status = status;
  }

  /**
   * The start of an answer with status 207, which is closed with this.
   *
   * @param asked the path that was asked for
   */
  static Resources of(Answer answer, DavPath asked, WebDavSettings settings) {
    try {
      return new Resources(
          answer,
          new Href(answer.target(), asked),
          new MultiStatus(
              answer.body(),
              new MultiStatus.Bounds(settings.listingBytes(), settings.listingEntries())));
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  /** The address that answered. */
  Target target() {
    return answer.target();
  }

  /**
   * The next one, be it what was asked for or a child of it; null at the end.
   *
   * @throws CloudException {@link ErrorKind#PROTOCOL}, {@link ErrorKind#UNAVAILABLE}
   */
  @Nullable Found next() {
    try {
      for (var response = status.next(); response != null; response = status.next()) {
        Optional<DavPath> path = href.path(response.href());
        if (path.isPresent()) {
          return Found.of(path.get(), response.resource());
        }
      }
      return null;
    } catch (IOException e) {
      throw Faults.of(e);
    }
  }

  @Override
  public void close() {
    answer.close();
  }
}

package dev.davit.webdav.internal.storage;

import dev.davit.outbound.transfer.Payload;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.dav.PathIds;
import dev.davit.webdav.internal.http.Answer;
import dev.davit.webdav.internal.http.Call;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.http.Faults;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks what is there (RFC 4918, 9.1), for the properties that are needed and no others. */
public final class Propfind {
  private static final String ENTRY =
      "<resourcetype/><getcontentlength/><getlastmodified/><getetag/><getcontenttype/>";

  /** What is asked of each thing in a Nextcloud; names without a prefix are WebDAV's. */
  public static final String NEXTCLOUD_ENTRY =
      ENTRY
          + "<oc:fileid xmlns:oc=\"http://owncloud.org/ns\"/>"
          + "<oc:permissions xmlns:oc=\"http://owncloud.org/ns\"/>";

  private static final Payload QUOTA =
      properties("<resourcetype/><quota-used-bytes/><quota-available-bytes/>");

  private final DavClient client;
  private final Payload entry;

  public Propfind(DavClient client) {
    this(client, ENTRY);
  }

  private Propfind(DavClient client, String entry) {
    this.client = client;
    this.entry = properties(entry);
  }

  /** Asks a Nextcloud, which numbers its files and says what the user may do with them. */
  public static Propfind ofNextcloud(DavClient client) {
    return new Propfind(client, NEXTCLOUD_ENTRY);
  }

  private static Payload properties(String names) {
    String body =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
            + ("<propfind xmlns=\"DAV:\"><prop>" + names + "</prop></propfind>");
    return Payload.of(body.getBytes(StandardCharsets.UTF_8), "application/xml; charset=utf-8");
  }

  /** What is at a path; empty if nothing is. */
  public Optional<Found> find(DavPath path) {
    try {
      return Optional.of(get(path));
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * What is at a path.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND}
   */
  public Found get(DavPath path) {
    return single(path, entry);
  }

  /**
   * What is at a path, if it is a file or folder as the path says: else it is something else by
   * now, and not what was meant.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND}
   */
  public Found ofItsKind(DavPath path) {
    Found found = get(path);
    if (found.isFolder() != path.folder()) {
      throw missing();
    }
    return found;
  }

  /** The top, with what room there is. */
  public Found quota() {
    return single(DavPath.ROOT, QUOTA);
  }

  private Found single(DavPath path, Payload properties) {
    try (Resources resources = open(path, "0", properties)) {
      return self(resources, path).orElseThrow(() -> Faults.protocol(null));
    }
  }

  /** What an answer says of the very path that was asked for. */
  private static Optional<Found> self(Resources resources, DavPath path) {
    Found self = null;
    for (Found found = resources.next(); found != null; found = resources.next()) {
      if (self == null && found.path().samePlace(path)) {
        self = found;
      }
    }
    return Optional.ofNullable(self);
  }

  /**
   * Names the children of a folder as they come.
   *
   * @return whether it is a folder; if not, none were named
   * @throws CloudException {@link ErrorKind#NOT_FOUND}
   */
  public boolean children(DavPath folder, Consumer<Found> visitor) {
    try (Children children = children(folder)) {
      for (Found child = children.next(); child != null; child = children.next()) {
        visitor.accept(child);
      }
      return !children.isFile();
    }
  }

  /**
   * The children of a folder, to be read and closed.
   *
   * @throws CloudException {@link ErrorKind#NOT_FOUND}
   */
  Children children(DavPath folder) {
    return new Children(folder, open(folder, "1", entry));
  }

  /**
   * The address that answers for the top, after redirects, and whether it is a folder.
   *
   * @throws CloudException {@link ErrorKind#PROTOCOL} if it is no WebDAV server
   */
  public Top top() {
    try (Resources resources = open(DavPath.ROOT, "0", entry)) {
      Optional<Found> self = self(resources, DavPath.ROOT);
      return new Top(resources.target().path(), self.isPresent() && self.get().isFolder());
    }
  }

  /**
   * The top of a storage.
   *
   * @param path the raw path under which it answers
   * @param folder whether it is a folder
   */
  public record Top(String path, boolean folder) {}

  private Resources open(DavPath path, String depth, Payload properties) {
    Answer answer = client.send(Call.of("PROPFIND", path).with("Depth", depth).with(properties));
    Resources resources = null;
    try {
      if (answer.status() != 207) {
        throw fault(answer, path);
      }
      resources = Resources.of(answer, path, client.settings());
      return resources;
    } finally {
      if (resources == null) {
        answer.close();
      }
    }
  }

  /**
   * What a status says of a path. A server that does not hear of an odd path has nothing there; of
   * any other path that would be no sensible answer.
   */
  public static CloudException fault(Answer answer, DavPath path) {
    return answer.status() == 400 && path.isOdd() ? missing() : Faults.of(answer);
  }

  /**
   * What it means that something could not be made in a folder. Where the folder is not there some
   * servers say 403, 405 or 500.
   */
  CloudException refused(Answer answer, DavPath folder) {
    boolean unclear =
        switch (answer.status()) {
          case 403, 405, 500 -> true;
          default -> false;
        };
    return unclear && find(folder).isEmpty() ? missing() : Faults.of(answer);
  }

  /** The error for an id that leads nowhere. */
  public static CloudException missing() {
    return PathIds.unknown();
  }
}

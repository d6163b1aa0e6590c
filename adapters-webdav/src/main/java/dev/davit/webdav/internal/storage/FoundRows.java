package dev.davit.webdav.internal.storage;

import dev.davit.webdav.internal.dav.DavPath;
import dev.davit.webdav.internal.dav.Resource;
import dev.davit.webdav.internal.http.Faults;
import dev.davit.webdav.internal.snapshot.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The children of a folder as rows, and back. What a server says of room is left out. */
final class FoundRows {
  /** The most bytes of a name; more than any server has. */
  static final int MAX_NAME = 1024;

  private static final int FOLDER = 1;
  private static final int SIZE = 2;
  private static final int TIME = 4;
  private static final int ETAG = 8;
  private static final int TYPE = 16;
  private static final int FILE_ID = 32;
  private static final int PERMISSIONS = 64;
  private static final Resource.Room NO_ROOM = new Resource.Room(null, null, false);

  private FoundRows() {}

  static Row write(Found found) {
    byte[] name = found.path().nameBytes();
    if (name.length > MAX_NAME) {
      throw Faults.protocol(null);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
    try {
      write(found.resource(), new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Row(name, bytes.toByteArray());
  }

  private static void write(Resource resource, DataOutputStream out) throws IOException {
    out.writeByte(flags(resource));
    if (resource.size() != null) {
      out.writeLong(resource.size());
    }
    Instant time = resource.modifiedAt();
    if (time != null) {
      out.writeLong(time.getEpochSecond());
      out.writeInt(time.getNano());
    }
    if (resource.etag() != null) {
      out.writeUTF(resource.etag());
    }
    if (resource.contentType() != null) {
      out.writeUTF(resource.contentType());
    }
    if (resource.fileId() != null) {
      out.writeLong(resource.fileId());
    }
    if (resource.permissions() != null) {
      out.writeUTF(resource.permissions());
    }
  }

  private static int flags(Resource resource) {
    return (resource.folder() ? FOLDER : 0)
        | flag(resource.size(), SIZE)
        | flag(resource.modifiedAt(), TIME)
        | flag(resource.etag(), ETAG)
        | flag(resource.contentType(), TYPE)
        | flag(resource.fileId(), FILE_ID)
        | flag(resource.permissions(), PERMISSIONS);
  }

  private static int flag(@Nullable Object value, int flag) {
    return value == null ? 0 : flag;
  }

  /**
   * What a row stands for.
   *
   * @param folder that it is a child of
   */
  static Found read(DavPath folder, Row row) {
    try {
      Resource resource = read(new DataInputStream(new ByteArrayInputStream(row.value())));
      return new Found(
          folder.childOf(row.name(), resource.folder()).orElseThrow(() -> Faults.protocol(null)),
          resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Resource read(DataInputStream in) throws IOException {
    int flags = in.readByte();
    return new Resource(
        (flags & FOLDER) != 0,
        (flags & SIZE) != 0 ? in.readLong() : null,
        (flags & TIME) != 0 ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null,
        (flags & ETAG) != 0 ? in.readUTF() : null,
        (flags & TYPE) != 0 ? in.readUTF() : null,
        NO_ROOM,
        (flags & FILE_ID) != 0 ? in.readLong() : null,
        (flags & PERMISSIONS) != 0 ? in.readUTF() : null);
  }
}

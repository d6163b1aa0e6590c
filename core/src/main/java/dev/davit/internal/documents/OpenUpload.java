package dev.davit.internal.documents;

import dev.davit.internal.codec.Packer;
import dev.davit.internal.codec.Sha256;
import dev.davit.internal.codec.Unpacker;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import dev.davit.ports.storage.UploadSessions.State;
import dev.davit.ports.store.UploadSessionStore.Row;

/**
 * How far an upload in parts is. What it is going to send stands here before it is sent, so that
 * whatever the provider has by now has been said to be what this hash is of.
 *
 * @param session the provider's, as far as it is known to be
 * @param size how many bytes the content has
 * @param end up to where it was sent at most
 * @param sha256 of the bytes up to there, in lower-case hex
 */
record OpenUpload(State session, long size, long end, String sha256) {
  private static final long VERSION = 1;

  /** An upload of which nothing was sent. */
  static OpenUpload begun(State session, long size) {
    return new OpenUpload(session, size, 0, Sha256.hex(""));
  }

  /**
   * What a row holds, opened.
   *
   * @throws CloudException {@link ErrorKind#UNAVAILABLE} if a newer release wrote it; {@link
   *     ErrorKind#INTEGRITY} if nothing of ours can have written it
   */
  static OpenUpload read(Row row, byte[] plain) {
    try {
      return read(row, new Unpacker(plain));
    } catch (IllegalArgumentException e) {
      throw new CloudException(ErrorKind.INTEGRITY, "An unfinished upload can't be read.");
    }
  }

  private static OpenUpload read(Row row, Unpacker in) {
    if (in.number() != VERSION) {
      throw new CloudException(
          ErrorKind.UNAVAILABLE, "A newer release of this server began this upload.");
    }
    Secret token = new Secret(in.text());
    long size = in.number();
    long end = in.number();
    String sha256 = in.text();
    in.end();
    if (row.position() < 0 || row.position() > size || row.granularity() <= 0) {
      throw new IllegalArgumentException("outside of the upload");
    }
    return new OpenUpload(new State(token, row.position(), row.granularity()), size, end, sha256);
  }

  /** What is to be sealed. */
  byte[] pack() {
    return new Packer()
        .number(VERSION)
        .text(session.token().reveal())
        .number(size)
        .number(end)
        .text(sha256)
        .toBytes();
  }

  /** This upload, which is about to send up to there. */
  OpenUpload sending(State now, long to, String hash) {
    return new OpenUpload(now, size, to, hash);
  }

  /** This upload, whose session is gone at the provider. */
  OpenUpload gone() {
    return begun(new State(session.token(), 0, session.granularity()), size);
  }

  /** Whether its last part was sent, or was about to be. */
  boolean isWhole() {
    return end == size;
  }
}

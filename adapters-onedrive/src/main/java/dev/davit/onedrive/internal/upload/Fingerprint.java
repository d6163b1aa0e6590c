package dev.davit.onedrive.internal.upload;

import dev.davit.onedrive.internal.http.Json;
import dev.davit.outbound.transfer.BlockInput;
import dev.davit.ports.storage.Content;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A content by which its file is known again: it takes the hash of what is read of it, anew each
 * time that it is opened.
 */
public final class Fingerprint implements Content {
  private final Content content;
  private QuickXorHash hash = new QuickXorHash();

  public Fingerprint(Content content) {
    this.content = content;
  }

  @Override
  public OptionalLong size() {
    return content.size();
  }

  @Override
  public boolean repeatable() {
    return content.repeatable();
  }

  @Override
  public InputStream open() throws IOException {
    QuickXorHash fresh = new QuickXorHash();
    hash = fresh;
    return new BlockInput(content.open()) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        fresh.update(buffer, offset, Math.max(0, count));
        return count;
      }
    };
  }

  /**
   * Whether a file has these bytes, as far as Graph tells: their number, and their hash unless it
   * tells none. Never before all have been read.
   */
  public boolean isOf(Json item) {
    Long size = item.number("size");
    return hash.length() == content.size().orElse(-1)
        && item.object("file") != null
        && size != null
        && size == hash.length()
        && !isAltered(item);
  }

  /** Whether Graph tells the hash of other bytes than those that were read. */
  public boolean isAltered(Json item) {
    String told = told(item);
    return told != null && !told.equals(hash.base64());
  }

  private static @Nullable String told(Json item) {
    Json file = item.object("file");
    Json hashes = file == null ? null : file.object("hashes");
    return hashes == null ? null : hashes.text("quickXorHash");
  }
}

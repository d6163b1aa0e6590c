package dev.davit.onedrive.internal.http;

import dev.davit.outbound.transfer.BodyLimits;
import dev.davit.outbound.transfer.Payload;
import dev.davit.outbound.transfer.Sending;
import dev.davit.outbound.transfer.Watch;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A payload as OkHttp takes it; never chunked, never sent twice. Its type is a header. */
final class PayloadBody extends RequestBody {
  private final long length;
  private final Sending sending;

  PayloadBody(Payload payload, Watch watch, BodyLimits limits) {
    this.length = payload.length();
    this.sending = new Sending(payload, watch, limits);
  }

  @Override
  public @Nullable MediaType contentType() {
    return null;
  }

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sending.to(sink.outputStream());
  }
}

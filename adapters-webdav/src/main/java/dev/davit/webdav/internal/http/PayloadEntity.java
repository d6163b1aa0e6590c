package dev.davit.webdav.internal.http;

import dev.davit.outbound.transfer.BodyLimits;
import dev.davit.outbound.transfer.Payload;
import dev.davit.outbound.transfer.Sending;
import dev.davit.outbound.transfer.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.http.entity.AbstractHttpEntity;

/** A payload as HttpClient takes it; never chunked. */
final class PayloadEntity extends AbstractHttpEntity {
  private final Payload payload;
  private final Sending sending;

  PayloadEntity(Payload payload, Watch watch, BodyLimits limits) {
    this.payload = payload;
    this.sending = new Sending(payload, watch, limits);
    setContentType(payload.contentType());
    setChunked(false);
  }

  @Override
  public boolean isRepeatable() {
    return payload.repeatable();
  }

  @Override
  public long getContentLength() {
    return payload.length();
  }

  @Override
  public InputStream getContent() throws IOException {
    return payload.open();
  }

  @Override
  public boolean isStreaming() {
    return !payload.repeatable();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    sending.to(out);
  }
}

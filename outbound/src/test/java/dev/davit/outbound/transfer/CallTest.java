package dev.davit.outbound.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class CallTest {
  @Test
  void toString_doesNotOpenAnUpload() {
    Call call = Call.of("PUT", URI.create("https://drive.example/upload?upload_id=canary"));
    assertThat(call.toString()).contains("PUT", "/upload").doesNotContain("canary");
  }
}

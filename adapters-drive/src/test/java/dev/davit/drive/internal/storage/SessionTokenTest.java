package dev.davit.drive.internal.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Secret;
import dev.davit.ports.storage.UploadSessions.State;
import org.junit.jupiter.api.Test;

class SessionTokenTest {
  @Test
  void toString_doesNotOpenTheUpload() {
    String text =
        """
        1
        https://www.googleapis.com/upload?upload_id=canary
        an-id
        false
        root

        a-tag-of-mine
        FAIL
        5

        name""";
    SessionToken token = SessionToken.of(new State(new Secret(text), 0, 1));
    assertThat(token.write().reveal()).isEqualTo(text);
    assertThat(token.toString()).contains("name").doesNotContain("canary");
  }
}

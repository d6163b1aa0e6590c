package dev.davit.webdav;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** The storage contract at Milton, which heeds few conditions; Tomcat is in the normal run. */
@Tag("long")
class MiltonContractTest extends DavContract {
  MiltonContractTest() {
    super("plain-passw0rd");
  }

  @Override
  EmbeddedTomcat serve(Path folder, Path work, String secret) {
    return MiltonDav.start(folder, work, Davs.USER, secret);
  }
}

package dev.davit.webdav;

import java.nio.file.Path;

/** The storage contract at Milton. */
class MiltonContractTest extends DavContract {
  MiltonContractTest() {
    super("plain-passw0rd");
  }

  @Override
  EmbeddedTomcat serve(Path folder, Path work, String secret) {
    return MiltonDav.start(folder, work, Davs.USER, secret);
  }
}

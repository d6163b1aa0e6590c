package dev.davit.webdav;

import java.nio.file.Path;

/** The storage contract at Tomcat's WebdavServlet. */
class TomcatContractTest extends DavContract {
  TomcatContractTest() {
    super(Davs.PASSWORD);
  }

  @Override
  EmbeddedTomcat serve(Path folder, Path work, String secret) {
    return TomcatDav.start(folder, work, Davs.USER, secret);
  }
}

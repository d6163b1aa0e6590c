package dev.davit.webdav;

import dev.davit.testkit.contract.StorageContract;
import dev.davit.testkit.contract.StorageSetup;
import dev.davit.testkit.contract.StorageTraits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The storage contract at Tomcat's WebdavServlet. */
class TomcatContractTest extends StorageContract {
  @TempDir Path folder;
  @TempDir Path work;
  private final List<AutoCloseable> opened = new ArrayList<>();

  @Override
  protected StorageSetup open() {
    TomcatDav server = TomcatDav.start(folder, work, Davs.USER, Davs.PASSWORD);
    opened.add(server);
    WebDavProvider provider = new WebDavProvider(Davs.loopback(), Davs.settings());
    opened.add(provider);
    return new StorageSetup(
        provider,
        Davs.source(Davs.fields(server.url())),
        StorageTraits.usual()
            .withNames(Davs::isTaken)
            .withSecrets(Davs.PASSWORD, folder.toString()));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : opened) {
      one.close();
    }
  }
}

package dev.davit.demo;

import dev.davit.app.DavitApp;
import dev.davit.ports.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.LifecycleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server, four clouds and a user in a temporary folder, which is gone when it is closed. */
final class Demo implements AutoCloseable {
  static final String EMAIL = "demo@example.org";
  static final Secret PASSWORD = new Secret("come aboard");
  static final String CLOUD_USER = "captain";
  static final String CLOUD_PASSWORD = "ahoy";

  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

  private final TemporaryFolder folder;
  private final DemoWebDav cloud;
  private final DemoClouds emulated;
  private final DavitApp app;

  private Demo(TemporaryFolder folder, DemoWebDav cloud, DemoClouds emulated, DavitApp app) {
    this.folder = folder;
    this.cloud = cloud;
    this.emulated = emulated;
    this.app = app;
  }

  /**
   * Starts everything, or leaves nothing behind.
   *
   * @param port where the page will be; 0 for any that is free
   * @param place where the temporary folder will be
   */
  static Demo start(int port, Path place) throws IOException, LifecycleException {
    TemporaryFolder folder = TemporaryFolder.in(place);
    try {
      return start(port, folder);
    } catch (IOException | LifecycleException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static Demo start(int port, TemporaryFolder folder)
      throws IOException, LifecycleException {
    Path files = Files.createDirectories(folder.path().resolve("cloud"));
    DemoFiles.writeInto(files);
    DemoWebDav cloud =
        DemoWebDav.start(folder.path().resolve("tomcat"), files, CLOUD_USER, CLOUD_PASSWORD);
    try {
      return start(port, folder, cloud);
    } catch (IOException | RuntimeException e) {
      cloud.close();
      throw e;
    }
  }

  private static Demo start(int port, TemporaryFolder folder, DemoWebDav cloud) throws IOException {
    DemoClouds emulated = DemoClouds.start(folder.path(), 0);
    try {
      return new Demo(folder, cloud, emulated, app(port, folder.path(), emulated.settings()));
    } catch (RuntimeException e) {
      emulated.close();
      throw e;
    }
  }

  private static DavitApp app(int port, Path folder, Map<String, String> clouds) {
    Map<String, String> settings = new HashMap<>(clouds);
    settings.put("DAVIT_PORT", Integer.toString(port));
    settings.put("DAVIT_DATA", folder.resolve("davit").toString());
    settings.put("DAVIT_REGISTRATION", "open");
    settings.put("DAVIT_DEV_ALLOW_LOOPBACK", "true");
    DavitApp app = DavitApp.start(Map.copyOf(settings), null);
    app.davit().accounts().register(EMAIL, PASSWORD);
    return app;
  }

  String page() {
    return "http://localhost:" + app.port() + "/";
  }

  String cloudAddress() {
    return cloud.address();
  }

  DemoClouds emulated() {
    return emulated;
  }

  /** What to open and to type. */
  String instructions() {
    return String.join(
        System.lineSeparator(),
        List.of(
            "",
            "Davit's demo is ready; all of it is gone when you stop it (Ctrl-C).",
            "",
            "  1. Open     " + page(),
            "  2. Log in   " + EMAIL + "   password: " + PASSWORD.reveal() + "   (or register)",
            "  3. Connect your cloud: WebDAV",
            "              address:  " + cloudAddress(),
            "              user:     " + CLOUD_USER,
            "              password: " + CLOUD_PASSWORD,
            "     or another: Nextcloud (emulated; log in on its page, or type)",
            emulated.nextcloud().whatToType(),
            "     or Google Drive (emulated): choose an account on its page, and allow",
            emulated.google().whatToChoose(),
            "     or OneDrive (emulated), likewise: accept",
            emulated.microsoft().whatToChoose(),
            "  4. Walk its folders, keep documents in one of them, upload something.",
            "",
            "  The cloud's files are in " + folder.path().resolve("cloud"),
            "",
            ""));
  }

  @Override
  public void close() {
    app.close();
    emulated.close();
    try {
      cloud.close();
    } catch (LifecycleException e) {
      LOG.warn("The demo's cloud did not stop as it should.", e);
    }
    folder.close();
  }
}

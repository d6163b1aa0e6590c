package dev.davit.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The emulated clouds in a temporary folder, which is gone when they are closed. */
final class Emulators implements AutoCloseable {
  private final TemporaryFolder folder;
  private final DemoNextcloud nextcloud;

  private Emulators(TemporaryFolder folder, DemoNextcloud nextcloud) {
    this.folder = folder;
    this.nextcloud = nextcloud;
  }

  /**
   * Starts them, or leaves nothing behind.
   *
   * @param port where the first will be; 0 for any that is free
   * @param place where the temporary folder will be
   * @throws IllegalStateException when the port is taken
   */
  static Emulators start(int port, Path place) throws IOException {
    TemporaryFolder folder = TemporaryFolder.in(place);
    try {
      return new Emulators(folder, DemoNextcloud.start(folder.path().resolve("nextcloud"), port));
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** Where they are, what to type, and how to point a server at them. */
  String instructions() {
    String address = nextcloud.emulator().address().toString();
    return String.join(
        System.lineSeparator(),
        List.of(
            "",
            "The emulated clouds are ready; all of it is gone when you stop them (Ctrl-C).",
            "",
            "  Nextcloud",
            nextcloud.whatToType(),
            "              files in: " + nextcloud.emulator().files(DemoNextcloud.USER_ID),
            "              faults:   " + address + "emulator/",
            "                        (curl -X POST '" + address + "emulator/maintenance?on=true')",
            "",
            "  Point a server at them, in another terminal:",
            "",
            "      DAVIT_DEV_ALLOW_LOOPBACK=true DAVIT_REGISTRATION=open ./davit serve",
            "",
            ""));
  }

  @Override
  public void close() {
    nextcloud.close();
    folder.close();
  }
}

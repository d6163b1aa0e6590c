package dev.davit.demo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The emulated clouds in a temporary folder, which is gone when they are closed. */
final class Emulators implements AutoCloseable {
  private final TemporaryFolder folder;
  private final DemoClouds clouds;

  private Emulators(TemporaryFolder folder, DemoClouds clouds) {
    this.folder = folder;
    this.clouds = clouds;
  }

  /**
   * Starts them, or leaves nothing behind.
   *
   * @param port where the first will be, and the next behind it; 0 for any that are free
   * @param place where the temporary folder will be
   * @throws IllegalStateException when the port is taken
   */
  static Emulators start(int port, Path place) throws IOException {
    TemporaryFolder folder = TemporaryFolder.in(place);
    try {
      return new Emulators(folder, DemoClouds.start(folder.path(), port));
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /** Where they are, what to type, and how to point a server at them. */
  String instructions() {
    return String.join(
        System.lineSeparator(),
        List.of(
            "",
            "The emulated clouds are ready; all of it is gone when you stop them (Ctrl-C).",
            "",
            "  Nextcloud",
            clouds.nextcloud().whatToType(),
            "              files in: " + clouds.nextcloud().emulator().files(DemoNextcloud.USER_ID),
            faults(clouds.nextcloud().emulator().address(), "maintenance?on=true"),
            "",
            "  Google",
            clouds.google().whatToChoose(),
            "              redirect: to any http address of this machine",
            faults(clouds.google().emulator().url(), "invalid-grant"),
            "",
            "  Microsoft",
            clouds.microsoft().whatToChoose(),
            "              redirect: to any http address of this machine",
            faults(clouds.microsoft().emulator().url(), "expire"),
            "",
            "  Point a server at them, in another terminal:",
            "",
            "      DAVIT_DEV_ALLOW_LOOPBACK=true DAVIT_REGISTRATION=open \\",
            settings() + " ./davit serve",
            "",
            ""));
  }

  private static String faults(URI address, String example) {
    return String.join(
        System.lineSeparator(),
        "              faults:   " + address + "emulator/",
        "                        (curl -X POST '" + address + "emulator/" + example + "')");
  }

  /** One setting a line. */
  private String settings() {
    return clouds.settings().entrySet().stream()
        .map(setting -> "      " + setting.getKey() + "=" + setting.getValue())
        .collect(Collectors.joining(" \\" + System.lineSeparator()));
  }

  @Override
  public void close() {
    clouds.close();
    folder.close();
  }
}

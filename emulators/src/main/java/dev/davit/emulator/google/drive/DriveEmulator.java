package dev.davit.emulator.google.drive;

import dev.davit.emulator.google.Caller;
import dev.davit.emulator.google.GoogleApi;
import dev.davit.emulator.google.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Google Drive v3, to be served by a {@link dev.davit.emulator.google.GoogleEmulator}: {@code
 * GoogleEmulator.at(dir).with(drive).start()}. Everything here is there once that has started.
 */
public final class DriveEmulator implements GoogleApi {
  /** What there is once it is mounted. */
  private record Mounted(World world, Sessions sessions, DriveItems items) {}

  private @Nullable Mounted mounted;

  /** Makes one that is not served yet, and has nothing in it. */
  public DriveEmulator() {}

  @Override
  public void mount(Site site) {
    World world = new World(site.clock(), site.folder());
    Sessions sessions = new Sessions(world);
    mounted = new Mounted(world, sessions, new DriveItems(world));
    site.serve(
        new DriveServlet(world, sessions, (request, answer) -> who(site, request, answer)),
        DriveServlet.PATTERNS);
    DriveCommands.add(this, site);
  }

  private static Optional<Who> who(
      Site site, HttpServletRequest request, HttpServletResponse response) throws IOException {
    return site.callers().of(request, response).map(DriveEmulator::who);
  }

  private static Who who(Caller caller) {
    return new Who(
        caller.account().email(), caller.account().name(), caller.client().id(), caller.scopes());
  }

  /** What is in it. */
  public DriveItems items() {
    return there().items();
  }

  /** What can be made to go wrong in it. */
  public DriveFaults faults() {
    return there().world().faults();
  }

  /**
   * Ends all resumable uploads that are under way, as if their week were over.
   *
   * @param status that their addresses answer from now on: 404 or 410
   */
  public void endUploads(int status) {
    there().sessions().endAll(status);
  }

  /** How many resumable uploads are under way. */
  public int openUploads() {
    return there().sessions().open();
  }

  @Override
  public void clearFaults() {
    there().world().faults().clear();
  }

  /** Removes all content. */
  @Override
  public void close() {
    there().world().close();
  }

  private Mounted there() {
    Mounted now = mounted;
    if (now == null) {
      throw new IllegalStateException("Drive is there when its GoogleEmulator has started.");
    }
    return now;
  }
}

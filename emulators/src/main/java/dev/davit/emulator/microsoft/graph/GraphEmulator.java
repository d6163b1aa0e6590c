package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.microsoft.Caller;
import dev.davit.emulator.microsoft.MicrosoftApi;
import dev.davit.emulator.microsoft.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft Graph v1.0, of which there are drives and who one is, to be served by a {@link
 * dev.davit.emulator.microsoft.MicrosoftEmulator}: {@code
 * MicrosoftEmulator.at(dir).with(graph).start()}. Everything here is there once that has started.
 */
public final class GraphEmulator implements MicrosoftApi {
  /** What there is once it is mounted. */
  private record Mounted(World world, GraphItems items) {}

  private @Nullable Mounted mounted;

  /** Makes one that is not served yet, and has nothing in it. */
  public GraphEmulator() {}

  @Override
  public void mount(Site site) {
    World world = new World(site.clock(), site.folder());
    mounted = new Mounted(world, new GraphItems(world));
    Monitors monitors = new Monitors(world);
    site.serve(monitors, Monitors.PATTERN);
    site.serve(
        new GraphServlet(world, monitors, (request, answer) -> who(site, request, answer)),
        GraphServlet.PATTERN);
    site.serve(new UploadServlet(world), UploadServlet.PATTERN);
    site.serve(new DownloadServlet(world), DownloadServlet.PATTERN);
    GraphCommands.add(this, site);
  }

  private static Optional<Who> who(
      Site site, HttpServletRequest request, HttpServletResponse response) throws IOException {
    return site.caller(request, response).map(GraphEmulator::who);
  }

  private static Who who(Caller caller) {
    return new Who(
        caller.account().graphId(),
        caller.account().name(),
        caller.account().email(),
        caller.account().isPersonal(),
        caller.client().id(),
        caller.scopes());
  }

  /** What is in it. */
  public GraphItems items() {
    return there().items();
  }

  /** What can be made to go wrong in it. */
  public GraphFaults faults() {
    return there().world().faults();
  }

  /**
   * Ends all upload sessions that are under way, as if their time were over.
   *
   * @param status that their addresses answer from now on: 404, or 403 or 410
   */
  public void endUploads(int status) {
    there().world().sessions().endAll(status);
  }

  /** How many upload sessions are under way. */
  public int openUploads() {
    return there().world().sessions().open();
  }

  /**
   * Ends all pre-authenticated addresses of content of now, as if their minutes were over.
   *
   * @param status that they answer from now on: 401, 403 or 404
   */
  public void expireDownloads(int status) {
    there().world().downloads().endAll(status);
  }

  /**
   * What clients did that would give their tokens away, oldest first: method, path and what was
   * wrong. At the vendor, downloads and uploads are at other hosts, which must see no token.
   */
  public List<String> offences() {
    return there().world().offences().all();
  }

  @Override
  public void clearFaults() {
    faults().clear();
  }

  /** Removes all content. */
  @Override
  public void close() {
    there().world().close();
  }

  private Mounted there() {
    Mounted now = mounted;
    if (now == null) {
      throw new IllegalStateException("Graph is there when its MicrosoftEmulator has started.");
    }
    return now;
  }
}

package dev.davit.emulator.microsoft.graph;

import dev.davit.emulator.microsoft.Caller;
import dev.davit.emulator.microsoft.MicrosoftApi;
import dev.davit.emulator.microsoft.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

  @Override
  public void clearFaults() {
    there().world().surprises().clear();
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

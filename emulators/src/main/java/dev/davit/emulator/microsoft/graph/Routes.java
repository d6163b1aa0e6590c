package dev.davit.emulator.microsoft.graph;

import java.util.List;
import java.util.Set;

/** The methods that there are (learn.microsoft.com/graph/api/resources/driveitem, "Methods"). */
final class Routes {
  private static final Set<String> ONE = Set.of(Options.SELECT, Options.EXPAND);
  private static final Set<String> MADE = Set.of(Options.SELECT, Options.EXPAND, Options.CONFLICT);
  private static final Set<String> CHANGES = Set.of(Options.SELECT, Options.TOP);
  private static final Set<String> PAGES =
      Set.of(Options.SELECT, Options.EXPAND, Options.TOP, Options.ORDER, Options.SKIP_TOKEN);

  private final List<Route> routes;
  private final DriveReads drives;

  Routes(World world, Monitors monitors) {
    Copies copies = new Copies(world, monitors);
    Deltas deltas = new Deltas(world);
    Searches searches = new Searches(world);
    Children children = new Children(world);
    ItemReads reads = new ItemReads(world, children);
    ItemWrites writes = new ItemWrites(world);
    CreateUploadSession uploads = new CreateUploadSession(world);
    ItemUpdates updates = new ItemUpdates(world);
    drives = new DriveReads(world);
    routes =
        List.of(
            Route.drive("GET", "", Set.of(Options.SELECT), drives::get),
            Route.drive("GET", Searches.ACTION, PAGES, searches::everywhere),
            Route.item("GET", Searches.ACTION, PAGES, searches::below),
            Route.item("GET", Deltas.ACTION, CHANGES, deltas::delta),
            Route.item("POST", "/copy", Set.of(Options.CONFLICT), copies::copy),
            Route.item("GET", "", ONE, reads::get),
            Route.item("PATCH", "", MADE, updates::update),
            Route.item("DELETE", "", Set.of(), call -> writes.delete(call)),
            Route.item("POST", "/permanentDelete", Set.of(), call -> writes.erase(call)),
            Route.item("GET", "/children", PAGES, children::list),
            Route.item("POST", "/children", MADE, writes::create),
            Route.item("GET", "/content", Set.of(), call -> reads.content(call)),
            Route.item("PUT", "/content", MADE, writes::put),
            Route.item("POST", "/createUploadSession", Set.of(), uploads::create),
            Route.item("PUT", "", Set.of(), uploads::complete));
  }

  /** Those that are there at an address. */
  List<Route> at(Address address) {
    return routes.stream().filter(route -> route.isAt(address)).toList();
  }

  /** What is about the account, not about a drive. */
  DriveReads account() {
    return drives;
  }
}

package dev.davit.emulator.google.drive;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which method a request is for, and who does it (reference/rest/v3). */
final class Routes {
  /** What does a method. */
  @FunctionalInterface
  interface Handler {
    void handle(Call call) throws IOException;
  }

  /** A method with its place. */
  record Route(String verb, Pattern path, Method method, Handler handler) {}

  /** A route, and what the path names. */
  record Found(Route route, String id) {}

  private static final String API = "/drive/v3";
  private static final String ID = "/([^/]+)";

  private final List<Route> routes;

  Routes(World world, Sessions sessions) {
    Creates creates = new Creates(world);
    Updates updates = new Updates(world);
    FilesWrite write = new FilesWrite(world, creates, updates);
    FilesRead read = new FilesRead(world);
    Uploads uploads = new Uploads(world, creates, updates, sessions);
    Drives drives = new Drives(world);
    Changes changes = new Changes(world);
    Exports exports = new Exports(world);
    routes =
        List.of(
            route("GET", API + "/about", Method.ABOUT_GET, new Abouts(world)::get),
            route("GET", API + "/files", Method.FILES_LIST, new FilesList(world)::list),
            route("POST", API + "/files", Method.FILES_CREATE, write::create),
            route("GET", API + "/files/generateIds", Method.FILES_GENERATE_IDS, write::generateIds),
            route("DELETE", API + "/files/trash", Method.FILES_EMPTY_TRASH, write::emptyTrash),
            route("GET", API + "/files" + ID, Method.FILES_GET, read::get),
            route("GET", "/download" + API + "/files" + ID, Method.FILES_GET, read::media),
            route("PATCH", API + "/files" + ID, Method.FILES_UPDATE, write::update),
            route("DELETE", API + "/files" + ID, Method.FILES_DELETE, write::delete),
            route("POST", API + "/files" + ID + "/copy", Method.FILES_COPY, write::copy),
            route("GET", API + "/files" + ID + "/export", Method.FILES_EXPORT, exports::export),
            route(
                "GET",
                "/download" + API + "/files" + ID + "/export",
                Method.FILES_EXPORT,
                exports::export),
            route("POST", "/upload" + API + "/files", Method.FILES_CREATE, uploads::upload),
            route("PATCH", "/upload" + API + "/files" + ID, Method.FILES_UPDATE, uploads::upload),
            route("GET", API + "/drives", Method.DRIVES_LIST, drives::list),
            route("GET", API + "/drives" + ID, Method.DRIVES_GET, drives::get),
            route("GET", API + "/changes/startPageToken", Method.CHANGES_START, changes::start),
            route("GET", API + "/changes", Method.CHANGES_LIST, changes::list));
  }

  private static Route route(String verb, String path, Method method, Handler handler) {
    return new Route(verb, Pattern.compile(path), method, handler);
  }

  /** The first that fits. */
  Optional<Found> find(String verb, String path) {
    for (Route route : routes) {
      Matcher matcher = route.path().matcher(path);
      if (route.verb().equals(verb) && matcher.matches()) {
        return Optional.of(new Found(route, matcher.groupCount() > 0 ? matcher.group(1) : ""));
      }
    }
    return Optional.empty();
  }
}

package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * SEARCH (WebDAV/search.rst; RFC 5323; nextcloud/server, {@code FileSearchBackend}): below one
 * folder of the user's own, folders too, at most 100 unless a limit is given.
 */
final class Search {
  private final Disk disk;
  private final FileNodes nodes;

  Search(Disk disk, FileNodes nodes) {
    this.disk = disk;
    this.nodes = nodes;
  }

  void search(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String type = String.valueOf(request.getContentType());
    if (!type.startsWith("text/xml") && !type.startsWith("application/xml")) {
      throw FilesArea.notImplemented("SEARCH");
    }
    Element root = Wanted.xml(request.getInputStream().readAllBytes());
    Query query = Query.of(root, request.getContextPath());
    checkScope(query.scope(), Identity.of(request).account().userId());
    List<Node> found = find(query, request.getContextPath());
    try (Multistatus answer = Multistatus.begin(response)) {
      for (Node node : found) {
        answer.add(node, query.select());
      }
    }
  }

  private void checkScope(DavPath scope, String userId) {
    if (!scope.area().equals("files")
        || !scope.user().equals(userId)
        || !Files.isDirectory(disk.of(scope))) {
      throw SabreError.of(400, "The scope " + scope + " can't be searched");
    }
  }

  private List<Node> find(Query query, String webroot) throws IOException {
    Path folder = disk.of(query.scope());
    try (Stream<Path> all = Files.walk(folder)) {
      Stream<Node> matching =
          all.filter(Predicate.not(folder::equals))
              .map(path -> nodes.node(below(query.scope(), folder, path), webroot))
              .flatMap(Optional::stream)
              .filter(query.where());
      return matching.sorted(query.order()).skip(query.first()).limit(query.limit()).toList();
    }
  }

  private static DavPath below(DavPath scope, Path folder, Path path) {
    DavPath found = scope;
    for (Path segment : folder.relativize(path)) {
      found = found.child(segment.toString());
    }
    return found;
  }
}

package dev.davit.emulator.nextcloud;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * PROPFIND on uploads, which is how one that was cut is gone on with. Beside the chunks there is
 * always {@code .file}, which is what they would make (nextcloud/server, {@code
 * UploadFolder::getChildren}, {@code FutureFile}).
 */
final class UploadNodes {
  private final Disk disk;
  private final Uploads uploads;

  UploadNodes(Disk disk, Uploads uploads) {
    this.disk = disk;
    this.uploads = uploads;
  }

  void propfind(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    uploads.forgetOld();
    if (path.depth() == 1) {
      uploads.find(path);
    } else if (path.depth() > 1 && !Files.exists(disk.of(path))) {
      throw SabreError.notFound(path.name());
    }
    List<QName> wanted = Wanted.of(request);
    String webroot = request.getContextPath();
    try (Multistatus answer = Multistatus.begin(response)) {
      answer.add(node(path, webroot), wanted);
      if (Listings.children(request)) {
        if (path.depth() == 1) {
          answer.add(future(path, webroot), wanted);
        }
        for (Path child : disk.children(disk.of(path))) {
          answer.add(node(path.child(child.getFileName().toString()), webroot), wanted);
        }
      }
    }
  }

  private Node node(DavPath path, String webroot) throws IOException {
    return path.depth() < 2
        ? new Node(
            path.href(webroot, true), Map.of(Names.dav("resourcetype"), () -> "<d:collection/>"))
        : file(path, disk.size(disk.of(path)), disk.of(path), webroot);
  }

  private Node future(DavPath folder, String webroot) throws IOException {
    long size = uploads.chunks(folder).stream().mapToLong(disk::size).sum();
    return file(folder.child(".file"), size, disk.of(folder), webroot);
  }

  private static Node file(DavPath path, long size, Path where, String webroot) throws IOException {
    String modified = FileNodes.date(Files.getLastModifiedTime(where).toInstant());
    return new Node(
        path.href(webroot, false),
        Map.of(
            Names.dav("resourcetype"), () -> "",
            Names.dav("getcontentlength"), () -> Long.toString(size),
            Names.dav("getcontenttype"), () -> "application/octet-stream",
            Names.dav("getlastmodified"), () -> modified));
  }
}

package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Xml;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * PROPPATCH: {@code d:lastmodified} sets the time (nextcloud/server, {@code
 * FilesPlugin::handleUpdateProperties}), {@code oc:favorite} is taken and forgotten, everything
 * else is refused with 403.
 */
final class Patches {
  private static final QName LAST_MODIFIED = Names.dav("lastmodified");
  private static final QName FAVORITE = Names.oc("favorite");

  private final Disk disk;
  private final Catalog catalog;
  private final Permissions permissions;

  Patches(Parts parts) {
    disk = parts.disk();
    catalog = parts.catalog();
    permissions = parts.permissions();
  }

  void patch(DavPath path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Path file = disk.of(path);
    if (!Files.exists(file)) {
      throw SabreError.notFound(path.name());
    }
    permissions.need(Files.isDirectory(file) ? 'C' : 'W', path, Files.isDirectory(file));
    List<Element> set = set(Wanted.xml(request.getInputStream().readAllBytes()));
    response.setStatus(207);
    response.setContentType("application/xml; charset=utf-8");
    Writer out = response.getWriter();
    out.write("<?xml version=\"1.0\"?>\n<d:multistatus xmlns:d=\"DAV:\" xmlns:oc=\"");
    out.write(Names.OWNCLOUD + "\" xmlns:nc=\"" + Names.NEXTCLOUD + "\"><d:response><d:href>");
    out.write(path.href(request.getContextPath(), Files.isDirectory(file)) + "</d:href>");
    for (Element property : set) {
      out.write("<d:propstat><d:prop>" + Multistatus.element(Wanted.name(property), ""));
      out.write("</d:prop><d:status>HTTP/1.1 " + apply(file, property) + "</d:status>");
      out.write("</d:propstat>");
    }
    out.write("</d:response></d:multistatus>\n");
  }

  private static List<Element> set(Element update) {
    return Xml.child(update, Names.DAV, "set")
        .flatMap(set -> Xml.child(set, Names.DAV, "prop"))
        .map(Xml::children)
        .orElseThrow(() -> SabreError.of(400, "There is nothing to set"));
  }

  private String apply(Path file, Element property) throws IOException {
    QName name = Wanted.name(property);
    if (name.equals(LAST_MODIFIED) && property.getTextContent().matches("\\d{1,12}")) {
      long seconds = Long.parseLong(property.getTextContent());
      Files.setLastModifiedTime(file, FileTime.from(seconds, TimeUnit.SECONDS));
      catalog.changed(file);
      return "200 OK";
    }
    return name.equals(FAVORITE) ? "200 OK" : "403 Forbidden";
  }
}

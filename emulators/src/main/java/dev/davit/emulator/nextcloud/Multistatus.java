package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Xml;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import javax.xml.namespace.QName;

/** Writes 207 Multi-Status, node by node, as sabre/dav does. */
final class Multistatus implements AutoCloseable {
  private static final int STATUS = 207;
  private static final Map<String, String> PREFIXES =
      Map.of(Names.DAV, "d", Names.OWNCLOUD, "oc", Names.NEXTCLOUD, "nc");

  private final Writer out;

  private Multistatus(Writer out) {
    this.out = out;
  }

  static Multistatus begin(HttpServletResponse response) throws IOException {
    response.setStatus(STATUS);
    response.setContentType("application/xml; charset=utf-8");
    Writer out = response.getWriter();
    out.write(
        "<?xml version=\"1.0\"?>\n<d:multistatus xmlns:d=\"DAV:\""
            + " xmlns:s=\"http://sabredav.org/ns\""
            + (" xmlns:oc=\"" + Names.OWNCLOUD + "\" xmlns:nc=\"" + Names.NEXTCLOUD + "\">"));
    return new Multistatus(out);
  }

  /** One node with those of its properties that are wanted. */
  void add(Node node, Collection<QName> wanted) throws IOException {
    Map<QName, String> found = new LinkedHashMap<>();
    Map<QName, String> missing = new LinkedHashMap<>();
    for (QName name : wanted) {
      Supplier<String> property = node.properties().get(name);
      if (property == null) {
        missing.put(name, "");
      } else {
        found.put(name, property.get());
      }
    }
    out.write("<d:response><d:href>" + Xml.escape(node.href()) + "</d:href>");
    propstat(found, "HTTP/1.1 200 OK");
    propstat(missing, "HTTP/1.1 404 Not Found");
    out.write("</d:response>");
  }

  private void propstat(Map<QName, String> properties, String status) throws IOException {
    if (properties.isEmpty()) {
      return;
    }
    out.write("<d:propstat><d:prop>");
    for (Map.Entry<QName, String> property : properties.entrySet()) {
      out.write(element(property.getKey(), property.getValue()));
    }
    out.write("</d:prop><d:status>" + status + "</d:status></d:propstat>");
  }

  /** An element, whatever its namespace. */
  static String element(QName name, String inner) {
    String prefix = PREFIXES.get(name.getNamespaceURI());
    String tag = (prefix == null ? "x1" : prefix) + ":" + name.getLocalPart();
    String declared =
        prefix == null ? " xmlns:x1=\"" + Xml.escape(name.getNamespaceURI()) + "\"" : "";
    return inner.isEmpty()
        ? "<" + tag + declared + "/>"
        : "<" + tag + declared + ">" + inner + "</" + tag + ">";
  }

  @Override
  public void close() throws IOException {
    out.write("</d:multistatus>\n");
    out.flush();
  }
}

package dev.davit.emulator.nextcloud;

import dev.davit.emulator.internal.Xml;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Which properties a request asks for. */
final class Wanted {
  private Wanted() {}

  /** The names in the body of a PROPFIND; the usual ones when there is none. */
  static List<QName> of(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readAllBytes();
    return body.length == 0 ? Names.USUAL : named(read(body));
  }

  private static Element read(byte[] body) throws IOException {
    Element root = xml(body);
    if (!Xml.is(root, Names.DAV, "propfind")) {
      throw SabreError.of(400, "This is not a propfind request");
    }
    return root;
  }

  /** The body as XML. */
  static Element xml(byte[] body) throws IOException {
    try {
      return Xml.read(new ByteArrayInputStream(body));
    } catch (SAXException e) {
      throw SabreError.of(400, "The XML in the body can't be read");
    }
  }

  /** The names in the {@code prop} of an element; the usual ones when it has none. */
  static List<QName> named(Element parent) {
    return Xml.child(parent, Names.DAV, "prop").map(Wanted::names).orElse(Names.USUAL);
  }

  private static List<QName> names(Element prop) {
    return Xml.children(prop).stream().map(Wanted::name).distinct().toList();
  }

  static QName name(Element element) {
    String namespace = element.getNamespaceURI();
    return new QName(namespace == null ? "" : namespace, element.getLocalName());
  }
}

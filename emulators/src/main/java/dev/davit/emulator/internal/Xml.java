package dev.davit.emulator.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Reads small XML documents, and escapes text for them. */
public final class Xml {
  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private Xml() {}

  /**
   * Reads a document.
   *
   * @throws SAXException when it is not well formed, or has a document type
   */
  public static Element read(InputStream body) throws IOException, SAXException {
    Document document = builder().parse(body);
    return document.getDocumentElement();
  }

  private static DocumentBuilder builder() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(NO_DOCTYPE, true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Quiet());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The elements in this one. */
  public static List<Element> children(Node parent) {
    return IntStream.range(0, parent.getChildNodes().getLength())
        .mapToObj(parent.getChildNodes()::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  /** The first element of this name in another, if there is one. */
  public static Optional<Element> child(Node parent, String namespace, String name) {
    return children(parent).stream().filter(element -> is(element, namespace, name)).findFirst();
  }

  /** Whether an element has this name. */
  public static boolean is(Element element, String namespace, String name) {
    return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
  }

  /** The same text, for an element or an attribute. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** Says nothing on the console. */
  private static final class Quiet implements ErrorHandler {
    @Override
    public void warning(SAXParseException fault) {}

    @Override
    public void error(SAXParseException fault) throws SAXException {
      throw fault;
    }

    @Override
    public void fatalError(SAXParseException fault) throws SAXException {
      throw fault;
    }
  }
}

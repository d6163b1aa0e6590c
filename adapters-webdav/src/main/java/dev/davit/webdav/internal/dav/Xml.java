package dev.davit.webdav.internal.dav;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_DOCUMENT;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.PROCESSING_INSTRUCTION;
import static javax.xml.stream.XMLStreamConstants.SPACE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML as it comes, element by element, in constant memory: no DTD, no entities but the five of XML
 * itself, nothing fetched, bounded depth, bounded text, boundedly many names.
 */
final class Xml {
  private static final String DAV = "DAV:";
  private static final String OWNCLOUD = "http://owncloud.org/ns";
  private static final int MAX_DEPTH = 64;
  private static final long MAX_STEP = 256 * 1024;

  private final BoundedInput input;
  private final XMLStreamReader reader;
  private final Vocabulary names = new Vocabulary();
  private int depth;

  Xml(InputStream in, long maxBytes) throws XMLStreamException {
    input = new BoundedInput(in, maxBytes, MAX_STEP);
    reader = factory().createXMLStreamReader(input);
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Newer JDKs count &quot; and the like too, in all of a document.
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched for a document");
        });
    return factory;
  }

  /** Goes into the next child of the present element; false at its end, which is then left. */
  boolean child() throws XMLStreamException {
    for (int event = next(); event != END_DOCUMENT; event = next()) {
      if (event == START_ELEMENT) {
        return true;
      }
      if (event == END_ELEMENT) {
        return false;
      }
    }
    return false;
  }

  /** Reads to the end of the document, once its root was left: nothing may follow. */
  void end() throws XMLStreamException {
    for (int event = next(); event != END_DOCUMENT; event = next()) {
      // White space and comments.
    }
  }

  /** Whether the present element is this one of WebDAV, whatever its prefix. */
  boolean is(String name) {
    return DAV.equals(reader.getNamespaceURI()) && name.equals(reader.getLocalName());
  }

  /** The local name of the present element; empty if it is none of WebDAV. */
  String davName() {
    return DAV.equals(reader.getNamespaceURI()) ? reader.getLocalName() : "";
  }

  /**
   * The local name of the present element; with {@code oc:} before it if it is one of ownCloud's,
   * empty if it is neither that nor WebDAV's.
   */
  String name() {
    return OWNCLOUD.equals(reader.getNamespaceURI()) ? "oc:" + reader.getLocalName() : davName();
  }

  /** Leaves the present element with all that is in it. */
  void skip() throws XMLStreamException {
    while (child()) {
      skip();
    }
  }

  /**
   * The text of the present element, without that of elements in it, which is left.
   *
   * @param max how many characters at most
   */
  String text(int max) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = next(); event != END_ELEMENT; event = next()) {
      if (event == START_ELEMENT) {
        skip();
      } else if (event == CHARACTERS || event == CDATA || event == SPACE) {
        append(text, max);
      }
    }
    return text.toString().strip();
  }

  private void append(StringBuilder text, int max) throws XMLStreamException {
    if (text.length() + reader.getTextLength() > max) {
      throw new XMLStreamException("a text is too long");
    }
    text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
  }

  private int next() throws XMLStreamException {
    int event = reader.next();
    input.progress();
    if (event == DTD || event == ENTITY_REFERENCE) {
      throw new XMLStreamException("a document type or an entity of its own");
    }
    if (event == START_ELEMENT) {
      names.addElement(reader);
    } else if (event == PROCESSING_INSTRUCTION) {
      names.addTarget(reader);
    }
    depth += event == START_ELEMENT ? 1 : event == END_ELEMENT ? -1 : 0;
    if (depth > MAX_DEPTH) {
      throw new XMLStreamException("too deep");
    }
    return event;
  }
}

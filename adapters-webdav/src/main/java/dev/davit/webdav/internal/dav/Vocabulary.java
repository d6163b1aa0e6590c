package dev.davit.webdav.internal.dav;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The names in a document, each of which a parser keeps until the document's end: so there may not
 * be ever new ones. Servers use some dozens.
 */
final class Vocabulary {
  private static final long MAX_CHARACTERS = 64 * 1024;

  /** What a name takes however short it is, in characters. */
  private static final int OVERHEAD = 32;

  /** By their prefixes. */
  private final Map<String, Set<String>> names = new HashMap<>();

  private long characters;

  /** Takes note of the names in an element's start. */
  void addElement(XMLStreamReader reader) throws XMLStreamException {
    add(reader.getPrefix(), reader.getLocalName());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      add(reader.getAttributePrefix(i), reader.getAttributeLocalName(i));
    }
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      add(reader.getNamespacePrefix(i), reader.getNamespaceURI(i));
    }
  }

  /** Takes note of the target of a processing instruction. */
  void addTarget(XMLStreamReader reader) throws XMLStreamException {
    add("", reader.getPITarget());
  }

  private void add(String prefix, String name) throws XMLStreamException {
    String known = String.valueOf(prefix);
    String full = String.valueOf(name);
    if (names.computeIfAbsent(known, none -> new HashSet<>()).add(full)) {
      characters += known.length() + full.length() + OVERHEAD;
    }
    if (characters > MAX_CHARACTERS) {
      throw new XMLStreamException("too many different names");
    }
  }
}

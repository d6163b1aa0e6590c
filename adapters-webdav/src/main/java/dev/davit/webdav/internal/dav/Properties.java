package dev.davit.webdav.internal.dav;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The properties of one resource, while they are read. */
final class Properties {
  private static final int MAX_TEXT = 4096;
  private static final String FOLDER = "collection";
  private static final String AVAILABLE = "quota-available-bytes";

  /** What Nextcloud says where there is no limit; -1 and -2 are for what it does not know. */
  private static final String UNLIMITED = "-3";

  private static final Set<String> TEXTS =
      Set.of(
          "getcontentlength",
          "getlastmodified",
          "getetag",
          "getcontenttype",
          "quota-used-bytes",
          AVAILABLE,
          "oc:fileid",
          "oc:permissions");

  private final Map<String, String> values = new HashMap<>();

  /** Reads a {@code prop} element. */
  void read(Xml xml) throws XMLStreamException {
    while (xml.child()) {
      String name = xml.name();
      if (name.equals("resourcetype")) {
        readType(xml);
      } else if (TEXTS.contains(name)) {
        values.put(name, xml.text(MAX_TEXT));
      } else {
        xml.skip();
      }
    }
  }

  private void readType(Xml xml) throws XMLStreamException {
    while (xml.child()) {
      if (xml.is(FOLDER)) {
        values.put(FOLDER, "");
      }
      xml.skip();
    }
  }

  void add(Properties others) {
    values.putAll(others.values);
  }

  Resource resource() {
    boolean folder = values.containsKey(FOLDER);
    return new Resource(
        folder,
        folder ? null : Values.bytes(value("getcontentlength")),
        DavDates.parse(value("getlastmodified")),
        Values.etag(value("getetag")),
        folder ? null : Values.contentType(value("getcontenttype")),
        new Resource.Room(
            Values.bytes(value("quota-used-bytes")),
            Values.bytes(value(AVAILABLE)),
            UNLIMITED.equals(value(AVAILABLE))),
        Values.bytes(value("oc:fileid")),
        value("oc:permissions"));
  }

  private @Nullable String value(String name) {
    return values.get(name);
  }
}

package dev.davit.emulator.nextcloud;

import java.util.List;
import javax.xml.namespace.QName;

/** The properties that this server knows by name (WebDAV/basic.rst, "Supported properties"). */
final class Names {
  static final String DAV = "DAV:";
  static final String OWNCLOUD = "http://owncloud.org/ns";
  static final String NEXTCLOUD = "http://nextcloud.org/ns";

  /** What a PROPFIND without a body gets ("Requesting properties"). */
  static final List<QName> USUAL =
      List.of(
          dav("getlastmodified"),
          dav("getcontentlength"),
          dav("resourcetype"),
          dav("quota-used-bytes"),
          dav("quota-available-bytes"),
          dav("getetag"),
          dav("getcontenttype"));

  private Names() {}

  static QName dav(String name) {
    return new QName(DAV, name);
  }

  static QName oc(String name) {
    return new QName(OWNCLOUD, name);
  }

  static QName nc(String name) {
    return new QName(NEXTCLOUD, name);
  }
}

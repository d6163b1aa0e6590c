package dev.davit.webdav;

/** Multi-status answers as servers write them. */
final class Xmls {
  private Xmls() {}

  static String multi(String responses) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<D:multistatus xmlns:D=\"DAV:\">"
        + responses
        + "</D:multistatus>";
  }

  static String folder(String href) {
    return response(href, "<D:resourcetype><D:collection/></D:resourcetype>");
  }

  static String file(String href, long size) {
    return response(href, "<D:resourcetype/><D:getcontentlength>" + size + "</D:getcontentlength>");
  }

  static String response(String href, String properties) {
    return "<D:response><D:href>%s</D:href><D:propstat><D:prop>%s</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
        .formatted(href, properties);
  }
}

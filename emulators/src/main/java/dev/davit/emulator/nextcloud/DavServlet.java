package dev.davit.emulator.nextcloud;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.WebResource;
import org.apache.catalina.servlets.WebdavServlet;

/**
 * {@code remote.php/dav}: Tomcat's WebDAV servlet, to which the areas leave what is plain WebDAV,
 * with entity tags of the catalog's.
 */
final class DavServlet extends WebdavServlet implements Plain {
  static final String PATTERN = DavPath.ROOT + "/*";
  static final Map<String, String> SETTINGS =
      Map.of("readonly", "false", "listings", "true", "allowSpecialPaths", "true");
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final transient Disk disk;
  private final transient Catalog catalog;
  private final transient Area areas;

  DavServlet(Disk disk, Catalog catalog, Area areas) {
    this.disk = disk;
    this.catalog = catalog;
    this.areas = areas;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      DavPath path = path(request);
      areas.serve(path, request, response);
    } catch (SabreError e) {
      e.send(response);
    }
  }

  @Override
  public void serve(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    super.service(request, response);
  }

  @Override
  public void checkConditions(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    WebResource resource = resources.getResource(getRelativePath(request, true));
    boolean holds =
        resource.exists()
            ? checkIfHeaders(request, response, resource)
            : request.getHeader("If-Match") == null;
    if (!holds) {
      throw SabreError.of(412, "An If-Match or If-None-Match header did not hold.");
    }
  }

  @Override
  public String type(String name) {
    String known = getServletContext().getMimeType(name);
    return known == null ? UNKNOWN_TYPE : known;
  }

  /** From what was sent: Tomcat would drop a semicolon and what follows it. */
  private static DavPath path(HttpServletRequest request) {
    String base = request.getContextPath() + DavPath.ROOT;
    String sent = request.getRequestURI();
    return sent.startsWith(base)
        ? DavPath.encoded(sent.substring(base.length()))
        : DavPath.decoded(String.valueOf(request.getPathInfo()));
  }

  @Override
  protected String getRelativePath(HttpServletRequest request, boolean allowEmptyPath) {
    return path(request).toString();
  }

  @Override
  protected String generateETag(WebResource resource) {
    return catalog.etag(disk.of(DavPath.decoded(resource.getWebappPath())));
  }
}

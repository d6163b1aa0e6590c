package dev.davit.webdav;

import io.milton.config.HttpManagerBuilder;
import io.milton.http.HttpManager;
import io.milton.http.fs.FileSystemResourceFactory;
import io.milton.http.fs.SimpleSecurityManager;
import io.milton.servlet.MiltonServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** Milton's WebDAV server on loopback over a folder: one that takes liberties. */
final class MiltonDav extends EmbeddedTomcat {
  private MiltonDav(Path folder, Path work, String name, String password) {
    super(work);
    Context context = tomcat.addContext("", work.toString());
    SimpleSecurityManager users = new SimpleSecurityManager("davit", Map.of(name, password));
    HttpManagerBuilder builder = new HttpManagerBuilder();
    builder.setEnableFormAuth(false);
    builder.setEnableDigestAuth(false);
    builder.setEnableCompression(false);
    builder.setResourceFactory(new FileSystemResourceFactory(folder.toFile(), users, "dav"));
    Tomcat.addServlet(context, "milton", new Milton(builder.buildHttpManager()));
    context.addServletMappingDecoded("/*", "milton");
  }

  static MiltonDav start(Path folder, Path work, String name, String password) {
    MiltonDav server = new MiltonDav(folder, work, name, password);
    server.start();
    return server;
  }

  private static final class Milton extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient HttpManager manager;

    Milton(HttpManager manager) {
      this.manager = manager;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      MiltonServlet.setThreadlocals(request, response);
      try {
        manager.process(
            new io.milton.servlet.ServletRequest(request, getServletContext()),
            new io.milton.servlet.ServletResponse(response));
      } finally {
        MiltonServlet.clearThreadlocals();
        response.flushBuffer();
      }
    }
  }
}

package dev.davit.demo;

import java.nio.file.Path;
import java.util.Set;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.authenticator.BasicAuthenticator;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.servlets.WebdavServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;

/** A real WebDAV server on loopback, Apache Tomcat's, with one user and a folder on disk. */
final class DemoWebDav implements AutoCloseable {
  private static final String ROLE = "owner";

  private final Tomcat tomcat;

  private DemoWebDav(Tomcat tomcat) {
    this.tomcat = tomcat;
  }

  /**
   * Starts the server on any free port of 127.0.0.1.
   *
   * @param work where Tomcat keeps what it needs
   * @param files what it serves
   */
  static DemoWebDav start(Path work, Path files, String user, String password)
      throws LifecycleException {
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(work.toString());
    tomcat.setConnector(loopback());
    Context context = tomcat.addContext("", files.toString());
    tomcat.addUser(user, password);
    tomcat.addRole(user, ROLE);
    protect(context);
    serve(context);
    tomcat.start();
    return new DemoWebDav(tomcat);
  }

  /** The address that a user types. */
  String address() {
    return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/";
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  private static Connector loopback() {
    Connector connector = new Connector();
    connector.setPort(0);
    connector.setProperty("address", "127.0.0.1");
    return connector;
  }

  private static void protect(Context context) {
    SecurityCollection everything = new SecurityCollection();
    everything.addPattern("/*");
    SecurityConstraint constraint = new SecurityConstraint();
    constraint.addCollection(everything);
    constraint.addAuthRole(ROLE);
    constraint.setAuthConstraint(true);
    context.addConstraint(constraint);
    context.addSecurityRole(ROLE);
    context.setLoginConfig(new LoginConfig("BASIC", "Davit demo", null, null));
    BasicAuthenticator basic = new BasicAuthenticator();
    basic.setCharset("UTF-8");
    context.getPipeline().addValve(basic);
  }

  private static void serve(Context context) {
    Wrapper servlet = Tomcat.addServlet(context, "webdav", new WebdavServlet());
    servlet.setLoadOnStartup(1);
    servlet.addInitParameter("readonly", "false");
    servlet.addInitParameter("listings", "true");
    servlet.addInitParameter("useStrongETags", "true");
    context.addServletMappingDecoded("/*", "webdav");
    Set.of("txt", "md").forEach(ending -> context.addMimeMapping(ending, "text/plain"));
  }
}

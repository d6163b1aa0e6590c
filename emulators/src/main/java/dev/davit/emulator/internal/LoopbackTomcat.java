package dev.davit.emulator.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.StandardRoot;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** Apache Tomcat on 127.0.0.1, with one application that is put together here. */
public final class LoopbackTomcat implements AutoCloseable {
  private static final Logger TOMCAT = Logger.getLogger("org.apache");

  private final Tomcat tomcat = new Tomcat();
  private final Connector connector = new Connector();
  private final Context context;

  /**
   * Prepares one; nothing listens before {@link #start}.
   *
   * @param work where Tomcat keeps what it needs
   * @param files what its servlets serve
   * @param webroot empty, or a path that begins with a slash
   * @param port 0 for any that is free
   */
  public LoopbackTomcat(Path work, Path files, String webroot, int port) {
    TOMCAT.setLevel(Level.SEVERE);
    tomcat.setSilent(true);
    tomcat.setBaseDir(work.toString());
    connector.setPort(port);
    connector.setThrowOnFailure(true);
    connector.setProperty("address", "127.0.0.1");
    connector.setProperty(
        "maxSwallowSize", "-1"); // The answer is read, whatever was still to come.
    tomcat.setConnector(connector);
    context = tomcat.addContext(webroot, files.toString());
    context.getPipeline().addValve(new Wire());
    Tomcat.addDefaultMimeTypeMappings(context);
    StandardRoot resources = new StandardRoot(context);
    resources.setCachingAllowed(false);
    context.setResources(resources);
  }

  /** Speaks TLS with the key in this PKCS#12 file. */
  public void tls(Path pkcs12, String password) {
    SSLHostConfig host = new SSLHostConfig();
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystoreFile(pkcs12.toString());
    certificate.setCertificateKeystorePassword(password);
    certificate.setCertificateKeystoreType("PKCS12");
    host.addCertificate(certificate);
    connector.addSslHostConfig(host);
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setProperty("SSLEnabled", "true");
  }

  /** Lets slashes inside a segment of a path through as they are sent: {@code %2F}. */
  public void encodedSlashes() {
    connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
  }

  /** Adds a filter; they work in the order in which they are added. */
  public void filter(Filter filter, String pattern) {
    FilterDef definition = new FilterDef();
    definition.setFilterName(filter.getClass().getName());
    definition.setFilter(filter);
    definition.setAsyncSupported("true");
    context.addFilterDef(definition);
    FilterMap map = new FilterMap();
    map.setFilterName(definition.getFilterName());
    map.addURLPatternDecoded(pattern);
    context.addFilterMap(map);
  }

  /** Adds a servlet. */
  public void servlet(HttpServlet servlet, Map<String, String> settings, String... patterns) {
    String name = servlet.getClass().getName();
    Wrapper wrapper = Tomcat.addServlet(context, name, servlet);
    wrapper.setLoadOnStartup(1); // Or its periodic work would find it unprepared.
    settings.forEach(wrapper::addInitParameter);
    for (String pattern : patterns) {
      context.addServletMappingDecoded(pattern, name);
    }
  }

  /** Which class tells about errors, in place of Tomcat's pages. */
  public void errors(Class<?> valve) {
    ((StandardHost) tomcat.getHost()).setErrorReportValveClass(valve.getName());
  }

  /**
   * Listens from now on.
   *
   * @throws IllegalStateException when the port is taken
   */
  public void start() {
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      close();
      throw new IllegalStateException(
          "The emulator can't listen on port " + connector.getPort() + "; choose another.", e);
    }
  }

  /** Where it listens. */
  public int port() {
    return connector.getLocalPort();
  }

  /** {@code http} or {@code https}. */
  public String scheme() {
    return connector.getScheme();
  }

  /** Ends it; does nothing the second time. */
  @Override
  public void close() {
    try {
      if (tomcat.getServer().getState() != LifecycleState.DESTROYED) {
        tomcat.stop();
        tomcat.destroy();
        System.clearProperty("catalina.home"); // Or the next one would make this folder again.
      }
    } catch (LifecycleException e) {
      throw new IllegalStateException("The emulator did not stop as it should.", e);
    }
  }
}

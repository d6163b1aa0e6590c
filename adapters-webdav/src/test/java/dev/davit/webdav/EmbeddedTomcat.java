package dev.davit.webdav;

import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;

/** A Tomcat on loopback at any free port, in which a WebDAV server runs below {@code /dav}. */
abstract class EmbeddedTomcat implements AutoCloseable {
  final Tomcat tomcat = new Tomcat();
  private final Connector connector = new Connector();

  /**
   * A Tomcat, not yet started.
   *
   * @param work what it may litter
   */
  EmbeddedTomcat(Path work) {
    tomcat.setBaseDir(work.toString());
    connector.setProperty("address", "127.0.0.1");
    connector.setPort(0);
    tomcat.setConnector(connector);
  }

  final void start() {
    try {
      tomcat.start();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address to connect to. */
  final String url() {
    return "http://127.0.0.1:" + connector.getLocalPort() + "/dav/";
  }

  @Override
  public final void close() {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (LifecycleException e) {
      throw new IllegalStateException(e);
    }
  }
}

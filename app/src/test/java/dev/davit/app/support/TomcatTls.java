package dev.davit.app.support;

import dev.davit.outbound.TlsKeys;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** Makes Tomcat speak TLS, one request on each connection, so that each must be connected anew. */
final class TomcatTls {
  private TomcatTls() {}

  static void set(Connector connector, TlsKeys keys) {
    SSLHostConfig host = new SSLHostConfig();
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystoreFile(keys.store().toString());
    certificate.setCertificateKeystorePassword(TlsKeys.PASSWORD);
    certificate.setCertificateKeystoreType("PKCS12");
    host.addCertificate(certificate);
    connector.addSslHostConfig(host);
    connector.setScheme("https");
    connector.setSecure(true);
    connector.setProperty("SSLEnabled", "true");
    connector.setProperty("maxKeepAliveRequests", "1");
  }
}

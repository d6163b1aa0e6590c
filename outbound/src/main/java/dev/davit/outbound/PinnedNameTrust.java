package dev.davit.outbound;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Checks the host's name in every handshake, also for a client that never asked for it: a bare
 * {@link SSLSocket} does not, by the JDK's default (RFC 9110, 4.3.4). Where the name can't be
 * known, nothing is trusted.
 */
final class PinnedNameTrust extends X509ExtendedTrustManager {
  private static final String BY_NAME = "HTTPS";

  private final X509ExtendedTrustManager chain;

  PinnedNameTrust(X509ExtendedTrustManager chain) {
    this.chain = chain;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type, Socket socket)
      throws CertificateException {
    if (!(socket instanceof SSLSocket tls)) {
      throw new CertificateException("no name to check the certificate against");
    }
    tls.setSSLParameters(byName(tls.getSSLParameters()));
    chain.checkServerTrusted(certificates, type, tls);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type, SSLEngine engine)
      throws CertificateException {
    if (engine == null) {
      throw new CertificateException("no name to check the certificate against");
    }
    engine.setSSLParameters(byName(engine.getSSLParameters()));
    chain.checkServerTrusted(certificates, type, engine);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] certificates, String type)
      throws CertificateException {
    throw new CertificateException("no name to check the certificate against");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String type, Socket socket)
      throws CertificateException {
    throw onlyServers();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String type, SSLEngine engine)
      throws CertificateException {
    throw onlyServers();
  }

  @Override
  public void checkClientTrusted(X509Certificate[] certificates, String type)
      throws CertificateException {
    throw onlyServers();
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return chain.getAcceptedIssuers();
  }

  private static SSLParameters byName(SSLParameters parameters) {
    parameters.setEndpointIdentificationAlgorithm(BY_NAME);
    return parameters;
  }

  private static CertificateException onlyServers() {
    return new CertificateException("this side only ever connects to servers");
  }
}

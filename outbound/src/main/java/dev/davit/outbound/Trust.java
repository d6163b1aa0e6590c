package dev.davit.outbound;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed: the system's authorities, and the operator's own. */
final class Trust {
  private Trust() {}

  /** A context that trusts both, and verifies the chain and the name in every handshake. */
  static SSLContext context(List<X509Certificate> authorities) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      TrustManager trust = new PinnedNameTrust(manager(store(authorities)));
      context.init(null, new TrustManager[] {trust}, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw fault("The authorities that this system trusts can't be used.", e);
    }
  }

  /** The certificates of a PEM file. */
  static List<X509Certificate> read(Path pem) {
    try (InputStream in = Files.newInputStream(pem)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw fault("The trust file " + pem + " holds no certificate.", null);
      }
      return found.stream().map(X509Certificate.class::cast).toList();
    } catch (CertificateException e) {
      throw fault("The trust file " + pem + " is not a PEM file of certificates.", e);
    } catch (IOException e) {
      throw fault("The trust file " + pem + " can't be read.", e);
    }
  }

  private static KeyStore store(List<X509Certificate> authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (X509Certificate system : manager(null).getAcceptedIssuers()) {
      store.setCertificateEntry("system-" + number++, system);
    }
    for (X509Certificate own : authorities) {
      store.setCertificateEntry("own-" + number++, own);
    }
    return store;
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static CloudException fault(String message, @Nullable Exception cause) {
    return new CloudException(ErrorKind.MISCONFIGURED, message, Hints.NONE, null, cause);
  }
}

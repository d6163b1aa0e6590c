package dev.davit.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A server on loopback with a certificate of its own making, which greets everybody with a byte.
 */
final class TlsServer implements AutoCloseable {
  static final int GREETING = 42;
  private static final String PASSWORD = "changeit";

  private final SSLServerSocket socket;
  private final Path pem;

  private TlsServer(SSLServerSocket socket, Path pem) {
    this.socket = socket;
    this.pem = pem;
  }

  /** Starts one whose certificate speaks for these names, such as {@code dns:localhost}. */
  static TlsServer start(Path folder, String names) throws Exception {
    Path keys = folder.resolve("keys.p12");
    makeKeys(keys, names);
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    Path pem = folder.resolve("authority.pem");
    Files.writeString(pem, pem(store));
    SSLServerSocket socket =
        (SSLServerSocket)
            context(store)
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    TlsServer server = new TlsServer(socket, pem);
    Thread thread = new Thread(server::serve, "tls-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  Path pem() {
    return pem;
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (SSLSocket client = (SSLSocket) socket.accept();
          OutputStream out = client.getOutputStream()) {
        out.write(GREETING);
      } catch (IOException ignored) {
        // A client that refuses this certificate hangs up.
      }
    }
  }

  private static void makeKeys(Path keys, String names) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=Davit test",
                "-ext",
                "SAN=" + names,
                "-validity",
                "3650",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keys.toString())
            .redirectErrorStream(true)
            .start();
    try (InputStream output = keytool.getInputStream()) {
      String said = new String(output.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (!keytool.waitFor(1, TimeUnit.MINUTES) || keytool.exitValue() != 0) {
        throw new IOException(said);
      }
    }
  }

  private static String pem(KeyStore store) throws GeneralSecurityException {
    return "-----BEGIN CERTIFICATE-----\n"
        + Base64.getMimeEncoder().encodeToString(store.getCertificate("server").getEncoded())
        + "\n-----END CERTIFICATE-----\n";
  }

  private static SSLContext context(KeyStore store) throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

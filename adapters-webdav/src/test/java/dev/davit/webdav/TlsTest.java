package dev.davit.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.outbound.OutboundGuard;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.Authentication;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers behind TLS. */
class TlsTest extends ScriptedTest {
  private static final char[] STORE_PASSWORD = "changeit".toCharArray();

  @TempDir Path folder;

  @Test
  void S4_verify_certificate_mustBeTrustedAndNameTheHost() throws Exception {
    KeyStore keys = certificate("ip:127.0.0.1");
    X509Certificate own = (X509Certificate) keys.getCertificate("mykey");
    ScriptedServer server =
        new ScriptedServer((asked, out) -> out.multi(Xmls.folder("/dav/")), listener(keys));
    try (server) {
      String good = "https://127.0.0.1:" + server.port() + "/dav/";
      String otherName = "https://localhost:" + server.port() + "/dav/";

      assertThat(verify(List.of(own), good)).isEqualTo("ada@127.0.0.1");
      int asked = server.asked.size();
      assertKind(ErrorKind.ADDRESS_REFUSED, () -> verify(List.of(), good));
      assertKind(ErrorKind.ADDRESS_REFUSED, () -> verify(List.of(own), otherName));
      assertThat(server.asked).hasSize(asked);
    }
  }

  private static String verify(List<X509Certificate> trusted, String url) {
    OutboundGuard guard = OutboundGuard.builder().allowLoopback(true).trust(trusted).build();
    try (WebDavProvider provider = new WebDavProvider(guard, Davs.settings())) {
      return ((Authentication.Fields) provider.authentication()).verify(Davs.fields(url)).label();
    }
  }

  private KeyStore certificate(String name) throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=davit test",
                "-ext",
                "san=" + name,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(STORE_PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.log").toFile())
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, STORE_PASSWORD);
    }
    return keys;
  }

  private static ServerSocket listener(KeyStore keys) throws Exception {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, STORE_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context
        .getServerSocketFactory()
        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }
}

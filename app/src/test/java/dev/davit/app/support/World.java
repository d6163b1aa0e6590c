package dev.davit.app.support;

import dev.davit.outbound.StubDns;
import dev.davit.outbound.TlsKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** All that a guarded house believes to be out there, on this machine. */
public final class World implements AutoCloseable {
  private static final String NAMES =
      "dns:cloud.example.com,dns:dual.example.com,dns:xn--bcher-kva.example,"
          + "dns:10.0.0.1.example.com,dns:localhost.example.com,dns:rebind.attacker.example,"
          + "dns:flip.attacker.example,dns:later.attacker.example,dns:redir.example.com,"
          + "dns:xmlhref.example.com,dns:nextcloud.lan,dns:nextcloud-rebind.lan,"
          + "dns:nextcloud-lo.lan,dns:evil.example.org,dns:x.nextcloud.lan,dns:cidr.lan,"
          + "dns:port.lan,dns:scheme.lan,dns:moved.lan,dns:wide.lan,"
          + "ip:1.1.1.1,ip:9.255.255.255,ip:11.0.0.1,ip:100.128.0.1,ip:126.255.255.254,"
          + "ip:169.253.255.254,ip:169.255.0.1,ip:172.32.0.1,ip:192.167.255.254,"
          + "ip:198.17.255.254,ip:198.20.0.1,ip:2606:4700:4700::1111,ip:2001:4860:4860::8888,"
          + "ip:192.168.1.10";

  private final TlsKeys keys;
  private final ForeignWebDav foreign;
  private final Misleader misleader;
  private final Roads roads;

  private World(Path place) throws IOException, GeneralSecurityException, InterruptedException {
    keys = TlsKeys.make(Files.createDirectories(place), NAMES);
    foreign = ForeignWebDav.start(place, keys).login(House.DAV_USER, House.DAV_PASSWORD);
    misleader = Misleader.start(keys);
    roads = new Roads(foreign.port());
    roads.lead(address("1.1.1.2"), misleader.port()).block(address("1.1.1.9"));
  }

  static World create(Path place) {
    try {
      return new World(place);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The names of the table; the misleading ones lead to the misleading server. */
  static StubDns names() {
    return StubDns.fromTable()
        .put("redir.example.com", "1.1.1.2")
        .put("xmlhref.example.com", "1.1.1.2")
        .put("dead.example.com", "1.1.1.9")
        .put("unnamed.example.com", "1.1.1.1");
  }

  /** An address without a lookup. */
  public static InetAddress address(String literal) {
    return StubDns.addresses(literal).get(0);
  }

  Path authority() {
    return keys.pem();
  }

  /** The WebDAV server behind every public address. */
  public ForeignWebDav foreign() {
    return foreign;
  }

  /** The port on loopback where the WebDAV server listens. */
  public int foreignPort() {
    return foreign.port();
  }

  public Roads roads() {
    return roads;
  }

  @Override
  public void close() {
    roads.close();
    misleader.close();
    foreign.close();
  }
}

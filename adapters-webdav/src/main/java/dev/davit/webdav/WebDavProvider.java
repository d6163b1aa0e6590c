package dev.davit.webdav;

import dev.davit.outbound.OutboundGuard;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Capability;
import dev.davit.ports.storage.FieldSpec;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.webdav.internal.http.Account;
import dev.davit.webdav.internal.http.DavClient;
import dev.davit.webdav.internal.http.Transport;
import dev.davit.webdav.internal.snapshot.Snapshots;
import dev.davit.webdav.internal.storage.WebDavStorage;
import java.util.List;
import java.util.Set;

/**
 * Any WebDAV server (RFC 4918) that takes a user name and a password by Basic (RFC 7617) or Digest
 * (RFC 7616: MD5, SHA-256 and SHA-512/256, with {@code auth}), at an address that the user types.
 * Which of the two is found out when connecting, before the password is shown; a server that asks
 * for Digest never gets to see it.
 *
 * <p>Entry ids are paths below that address: they do not survive a move, and another file that is
 * later put under the same name has the same id. Names that are given here have at most 255 bytes
 * of UTF-8, and neither slash, backslash nor control characters. A file is written under a
 * temporary name, {@code .davit-TAG.part}, which is never listed, and then moved; {@code ifMatch}
 * takes strong etags only and is compared just before that, and again by the server as it moves, if
 * it was seen to do so; elsewhere a change in that very moment is not seen. A server that can't
 * move is {@link dev.davit.ports.ErrorKind#UNSUPPORTED} for writing. Listings are ordered by the
 * bytes of the names. Each page asks the server for the whole folder; where that has more than some
 * 2,000 entries, the first page is the first of those alone and leaves at once, perhaps with fewer
 * entries than asked for, while the rest goes to disk in its order. The pages that follow within a
 * minute come from there; those that don't find it ask the server anew and go on where they were.
 *
 * <p>Closing it ends all requests, closes all connections to servers, and removes what is on disk.
 */
public final class WebDavProvider implements StorageProvider, AutoCloseable {
  private static final String PRODUCT = "Davit";
  private static final ProviderInfo INFO =
      new ProviderInfo(
          new ProviderId("webdav"),
          "WebDAV",
          Set.of(Capability.QUOTA),
          List.of(
              new FieldSpec(
                  Account.SERVER_URL,
                  "Server address",
                  FieldSpec.Kind.URL,
                  "The address of the folder, such as https://cloud.example.org/dav/"),
              new FieldSpec(Account.USERNAME, "User name", FieldSpec.Kind.TEXT, ""),
              new FieldSpec(
                  Account.PASSWORD,
                  "Password",
                  FieldSpec.Kind.PASSWORD,
                  "Where the server has app passwords, make one for this.")));

  private final OutboundGuard guard;
  private final WebDavSettings settings;
  private final Transport transport;
  private final Snapshots snapshots;
  private final Authentication authentication;

  /**
   * A provider.
   *
   * @param guard decides which servers may be reached
   */
  public WebDavProvider(OutboundGuard guard, WebDavSettings settings) {
    this.guard = guard;
    this.settings = settings;
    this.transport = new Transport(guard, settings, PRODUCT);
    this.snapshots = new Snapshots(settings.spool());
    this.authentication = new WebDavLogin(transport, guard);
  }

  @Override
  public ProviderInfo info() {
    return INFO;
  }

  @Override
  public Authentication authentication() {
    return authentication;
  }

  @Override
  public Storage open(CredentialSource credentials) {
    return new WebDavStorage(
        new DavClient(transport, guard, credentials), settings.spool(), snapshots);
  }

  @Override
  public void close() {
    transport.close();
    snapshots.close();
  }
}

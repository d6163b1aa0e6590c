package dev.davit.nextcloud;

import dev.davit.nextcloud.internal.Finder;
import dev.davit.nextcloud.internal.NextcloudStorage;
import dev.davit.nextcloud.internal.Ocs;
import dev.davit.nextcloud.internal.Web;
import dev.davit.outbound.OutboundGuard;
import dev.davit.outbound.transfer.Pauses;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Capability;
import dev.davit.ports.storage.FieldSpec;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.webdav.WebDavSettings;
import dev.davit.webdav.internal.http.Account;
import dev.davit.webdav.internal.http.PlainClient;
import dev.davit.webdav.internal.http.Transport;
import dev.davit.webdav.internal.snapshot.Snapshots;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Any Nextcloud, at an address that the user types, by a log-in on its own page (Login Flow v2) or
 * by an app password.
 *
 * <p>Entry ids have a path below the user's files and the Nextcloud's number of the file: they do
 * not survive a move, and never lead to another file that came under the same name. A file that is
 * replaced stays the same file there, with its number, its versions and its shares. Everything is
 * written by a chunked upload (version 2): it arrives in a folder of the user's uploads, which no
 * device syncs, each chunk compared with the SHA-256 of what the server received, and appears in
 * one step. What is removed goes to the Nextcloud's bin. {@code ifMatch} takes strong etags only
 * and is compared just before that step. Searches go by name. Names and listings are as those of
 * {@link dev.davit.webdav.WebDavProvider}.
 *
 * <p>A password that was refused is not sent again, since Nextcloud slows down everybody behind an
 * address from which wrong ones come.
 *
 * <p>Closing it ends all requests and closes all connections to servers.
 */
public final class NextcloudProvider implements StorageProvider, AutoCloseable {
  /** What the app password is called in the user's settings there. */
  private static final String PRODUCT = "Davit";

  private static final ProviderInfo INFO =
      new ProviderInfo(
          new ProviderId("nextcloud"),
          "Nextcloud",
          Set.of(Capability.QUOTA, Capability.SEARCH, Capability.UPLOAD_SESSIONS),
          List.of(
              new FieldSpec(
                  Account.SERVER_URL,
                  "Server address",
                  FieldSpec.Kind.URL,
                  "The address of the Nextcloud, such as https://cloud.example.org"),
              new FieldSpec(Account.USERNAME, "User name", FieldSpec.Kind.TEXT, ""),
              new FieldSpec(
                  Account.PASSWORD,
                  "App password",
                  FieldSpec.Kind.PASSWORD,
                  "Make one in the Nextcloud's settings, under Security.")),
          true);

  private final OutboundGuard guard;
  private final WebDavSettings settings;
  private final Pauses pauses;
  private final Transport transport;
  private final Snapshots snapshots;
  private final Ocs ocs;
  private final Authentication authentication;

  /**
   * A provider.
   *
   * @param guard decides which servers may be reached
   * @param clock by which log-ins on a page end
   */
  public NextcloudProvider(OutboundGuard guard, WebDavSettings settings, InstantSource clock) {
    this(guard, settings, clock, Pauses.REAL);
  }

  NextcloudProvider(
      OutboundGuard guard, WebDavSettings settings, InstantSource clock, Pauses pauses) {
    this.guard = guard;
    this.pauses = pauses;
    this.settings = settings;
    this.transport = new Transport(guard, settings, PRODUCT);
    this.snapshots = new Snapshots(settings.spool());
    Web web = new Web(new PlainClient(transport, guard));
    Finder finder = new Finder(guard, web);
    this.ocs = new Ocs(guard, web);
    this.authentication =
        new NextcloudLogin(guard, finder, ocs, new NextcloudPages(guard, finder, web, ocs, clock));
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
    return new NextcloudStorage(
        transport, guard, credentials, ocs, settings.spool(), snapshots, pauses);
  }

  @Override
  public void close() {
    transport.close();
    snapshots.close();
  }
}

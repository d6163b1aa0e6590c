package dev.davit.onedrive;

import dev.davit.onedrive.internal.http.Endpoints;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Transport;
import dev.davit.onedrive.internal.oauth.MicrosoftOAuth;
import dev.davit.onedrive.internal.storage.OneDriveStorage;
import dev.davit.onedrive.internal.storage.Trails;
import dev.davit.outbound.transfer.Pacing;
import dev.davit.outbound.transfer.Pauses;
import dev.davit.ports.CredentialSource;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.Capability;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/**
 * Microsoft OneDrive (Microsoft Graph v1.0), personal and of work or school, connected by OAuth.
 *
 * <p>The root is the user's OneDrive, or under {@link OneDriveScope#APP_FOLDER} the folder that
 * Microsoft keeps for the application. Entry ids hold the ids of drive and item, and survive being
 * renamed and moved. A folder of somebody else's that was added to the OneDrive is shown where it
 * was added, and everything in it is asked of its owner's drive.
 *
 * <p>Names are compared without regard to case; those that OneDrive does not take are refused
 * before anything is sent. What is deleted goes to the recycle bin. SharePoint, where OneDrives of
 * work or school are, may rewrite documents of Office after they have come.
 *
 * <p>Files of more than 4 MB go in fragments of 10 MiB, which are held in memory until they have
 * arrived; what does not say how long it is is kept in a temporary file first. A write that depends
 * on an etag compares it just before, and says so to Microsoft. What is replaced keeps its id;
 * folders, packages and shortcuts never are. Nothing can be moved from one drive to another; it can
 * be copied there.
 *
 * <p>A refused grant is known by its OAuth error alone. Microsoft can't revoke a single grant: a
 * disconnect deletes what is kept here, and users take their consent back on Microsoft's pages.
 *
 * <p>Closing it ends all requests and closes all connections to Microsoft.
 */
public final class OneDriveProvider implements StorageProvider, AutoCloseable {
  private static final ProviderInfo INFO =
      new ProviderInfo(
          new ProviderId("onedrive"), "OneDrive", Set.of(Capability.values()), List.of());

  /** Microsoft: a byte range size of 10 MiB is optimal. */
  private static final Pacing USUAL = new Pacing(10 * 1024 * 1024, Pauses.REAL);

  private final OneDriveSettings settings;
  private final Endpoints endpoints;
  private final Transport transport;
  private final Authentication authentication;
  private final Pacing pacing;
  private final Trails trails = new Trails();

  /**
   * A provider.
   *
   * @param clock to see when tokens end
   */
  public OneDriveProvider(OneDriveSettings settings, InstantSource clock) {
    this(settings, clock, USUAL);
  }

  OneDriveProvider(OneDriveSettings settings, InstantSource clock, Pacing pacing) {
    this.pacing = pacing;
    this.settings = settings;
    this.endpoints = Endpoints.of(settings.cloud(), settings.development());
    this.transport = new Transport(endpoints, settings.patience());
    this.authentication = new MicrosoftOAuth(settings, endpoints, transport, clock);
  }

  @Override
  public ProviderInfo info() {
    return INFO.withGrantsPages(GrantsPages.of(settings));
  }

  @Override
  public Authentication authentication() {
    return authentication;
  }

  @Override
  public Storage open(CredentialSource credentials) {
    return new OneDriveStorage(
        new GraphClient(transport, endpoints, credentials), settings, trails, pacing);
  }

  @Override
  public void close() {
    transport.close();
  }
}

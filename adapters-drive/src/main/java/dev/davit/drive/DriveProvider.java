package dev.davit.drive;

import dev.davit.drive.internal.http.DriveClient;
import dev.davit.drive.internal.http.Endpoints;
import dev.davit.drive.internal.http.Transport;
import dev.davit.drive.internal.oauth.GoogleOAuth;
import dev.davit.drive.internal.storage.DriveStorage;
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
 * Google Drive (Drive API v3), connected by OAuth.
 *
 * <p>The root is the user's My Drive. Where the user has shared drives, it holds a folder "Shared
 * drives" with them, too, which can't be changed. What others have shared with the user alone is
 * not listed; searching finds it, and a shortcut to it works. Under {@link DriveScope#APP_FOLDER}
 * the root is a folder of the application's own, made when it is first needed and known by a mark
 * rather than by its name.
 *
 * <p>Entry ids hold Google's file id and, of what is in a shared drive, the drive's: they survive
 * being renamed and moved, but for moves from one drive to another. Names may hold any character,
 * and several entries of a folder may have the same. A shortcut is shown as what it leads to and
 * read there; its name and its place are its own, and where what it leads to is gone it can still
 * be listed and deleted. Google's own documents have no size; they are read as what Google exports
 * them to (a document as docx, a table as xlsx, slides as pptx, a drawing as png), at most 10 MB,
 * and their names have the ending of that.
 *
 * <p>Etags stand for the revision of a file's content; Google can't make a request depend on one
 * (there is no {@code If-Match} in v3), so they are compared just before a write.
 *
 * <p>What is made gets an id beforehand, so that a lost answer makes no second one; of two that are
 * made under one name in the same moment the first stays. Where several files have a name, the one
 * that was changed last is replaced; folders, shortcuts and Google's own documents never are. Names
 * with control characters and of more than 1,024 bytes are refused. Files of more than 5 MB go in
 * pieces of 8 MiB, which are held in memory until they have arrived.
 *
 * <p>Closing it ends all requests and closes all connections to Google.
 */
public final class DriveProvider implements StorageProvider, AutoCloseable {
  private static final ProviderInfo INFO =
      new ProviderInfo(
          new ProviderId("google_drive"), "Google Drive", Set.of(Capability.values()), List.of());

  private static final Pacing USUAL = new Pacing(8 * 1024 * 1024, Pauses.REAL);

  private final DriveSettings settings;
  private final Endpoints endpoints;
  private final Transport transport;
  private final Authentication authentication;
  private final Pacing pacing;

  /**
   * A provider.
   *
   * @param clock to see when tokens end
   */
  public DriveProvider(DriveSettings settings, InstantSource clock) {
    this(settings, clock, USUAL);
  }

  DriveProvider(DriveSettings settings, InstantSource clock, Pacing pacing) {
    this.pacing = pacing;
    this.settings = settings;
    this.endpoints = Endpoints.of(settings.development());
    this.transport = new Transport(endpoints, settings.patience());
    this.authentication = new GoogleOAuth(settings, endpoints, transport, clock);
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
    return new DriveStorage(new DriveClient(transport, endpoints, credentials), settings, pacing);
  }

  @Override
  public void close() {
    transport.close();
  }
}

package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.davit.Caller;
import dev.davit.Davit;
import dev.davit.FolderQuery;
import dev.davit.NewDocument;
import dev.davit.OAuthAnswer;
import dev.davit.StartedOAuth;
import dev.davit.UnfinishedUpload;
import dev.davit.app.support.Canary;
import dev.davit.drive.DriveProvider;
import dev.davit.drive.DriveSettings;
import dev.davit.emulator.Fault;
import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleEmulator;
import dev.davit.emulator.google.drive.DriveEmulator;
import dev.davit.emulator.nextcloud.NextcloudEmulator;
import dev.davit.nextcloud.NextcloudProvider;
import dev.davit.outbound.OutboundGuard;
import dev.davit.persistence.sql.SqlSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.ports.store.Connection;
import dev.davit.ports.store.Document;
import dev.davit.testkit.fault.SimulatedDeath;
import dev.davit.testkit.fault.TestContent;
import dev.davit.webdav.WebDavSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large document on its way to a provider, cut and gone on with, with all of ours real. */
class LongUploadTest {
  private static final int MIB = 1 << 20;
  private static final long SIZE = 17L * MIB + 5;
  private static final Caller ANN = Caller.of("ann");

  @TempDir private Path place;

  private static TestContent content() {
    return TestContent.generated(SIZE);
  }

  private void inDavit(StorageProvider provider, Consumer<Davit> work) {
    try (SqlStores stores = SqlStores.open(SqlSettings.sqlite(place.resolve("davit.db")));
        Davit davit =
            Davit.builder()
                .stores(stores)
                .flows(stores.flows())
                .vault(TinkVault.openOrCreate(place.resolve("keyset"), stores.holdsSealed()))
                .callback(URI.create("http://127.0.0.1/callback"))
                .provider(provider)
                .sweepEvery(Duration.ZERO)
                .build()) {
      work.accept(davit);
    }
  }

  /** Stores in one life, dies, and goes on in the next. */
  private Document inTwoLives(
      StorageProvider provider, Function<Davit, Connection> connect, Runnable trouble) {
    Document[] document = new Document[1];
    inDavit(
        provider,
        davit -> {
          Connection connection = connect.apply(davit);
          davit.defaultStorages().set(ANN, connection.provider(), connection.id(), null);
          trouble.run();
          TestContent dying = content().withDeathAt(SIZE - 10);
          assertThat(
                  catchThrowable(
                      () ->
                          davit
                              .documents()
                              .store(ANN, new NewDocument("film.bin", "video/mp4", dying))))
              .isInstanceOf(SimulatedDeath.class);
        });
    inDavit(
        provider,
        davit -> {
          UnfinishedUpload upload = davit.documents().unfinished(ANN, 10).get(0);
          assertThat(upload.name()).isEqualTo("film.bin");
          document[0] = davit.documents().resume(ANN, upload.id(), content());
          assertWhole(davit, document[0]);
        });
    return document[0];
  }

  private static void assertWhole(Davit davit, Document document) {
    assertThat(document.state()).isEqualTo(Document.State.READY);
    assertThat(document.sha256()).isEqualTo(sha256(content().open()));
    ConnectionId connection = davit.connections().list(ANN).get(0).id();
    List<Entry> files = davit.files().list(ANN, connection, FolderQuery.of(EntryId.ROOT)).entries();
    assertThat(files).extracting(Entry::name).containsExactly("film.bin");
    Download download = davit.documents().read(ANN, document.id(), null);
    assertThat(sha256(download.body())).isEqualTo(document.sha256());
    assertThat(davit.documents().unfinished(ANN, 10)).isEmpty();
  }

  private static String sha256(InputStream body) {
    try (body) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      body.transferTo(new DigestOutputStream(java.io.OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException | java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void googleDrive_droppedAndRefusedAndDied_isOneFile() throws IOException {
    DriveEmulator drive = new DriveEmulator();
    try (GoogleEmulator google = GoogleEmulator.at(place.resolve("google")).with(drive).start();
        DriveProvider provider =
            new DriveProvider(
                DriveSettings.of(
                        GoogleEmulator.CLIENT.id(), new Secret(GoogleEmulator.CLIENT.secret()))
                    .withDevelopment(google.url()),
                Clock.systemUTC())) {
      inTwoLives(
          provider,
          davit -> connect(davit, google),
          () -> {
            drive.faults().cutUploadAt(3 * MIB);
            google.faults().inject(Fault.status(503).on("PUT").at("/upload/"));
          });

      assertThat(drive.openUploads()).isZero();
      assertThat(Canary.found(database(), "upload_id=")).isEmpty();
    }
  }

  private static Connection connect(Davit davit, GoogleEmulator google) {
    ProviderId id = new ProviderId("google_drive");
    Secret binding = davit.oauth().newBinding();
    StartedOAuth started = davit.oauth().start(ANN, id, binding);
    URI back = google.consent(started.page(), google.addAccount("ann@gmail.com"), Decision.allow());
    Map<String, String> query =
        Stream.of(back.getRawQuery().split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> pair[0],
                    pair -> java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    return davit
        .oauth()
        .finish(
            new OAuthAnswer(
                id,
                new Secret(query.getOrDefault("state", "")),
                new Secret(query.getOrDefault("code", "")),
                null,
                query.get("iss")),
            binding,
            "request");
  }

  @Test
  void nextcloud_droppedAndDied_isOneFile() throws IOException {
    try (NextcloudEmulator cloud = NextcloudEmulator.start(place.resolve("cloud"));
        NextcloudProvider provider =
            new NextcloudProvider(
                OutboundGuard.builder().allowLoopback(true).build(),
                WebDavSettings.defaults(),
                Clock.systemUTC())) {
      cloud.addUser("ann", "ann-id", "the-account's-own");
      String password = cloud.addAppPassword("ann", "typed in");
      inTwoLives(
          provider,
          davit ->
              davit
                  .connections()
                  .connect(
                      ANN,
                      new ProviderId("nextcloud"),
                      new SecretFields(
                          Map.of(
                              "server_url", new Secret(cloud.address().toString()),
                              "username", new Secret("ann"),
                              "password", new Secret(password))),
                      null),
          () -> cloud.faults().inject(Fault.dropped().on("PUT").at("/uploads/")));

      assertThat(cloud.files("ann-id").resolve("film.bin")).hasSize(SIZE);
    }
  }

  private byte[] database() throws IOException {
    return Files.readAllBytes(place.resolve("davit.db"));
  }
}

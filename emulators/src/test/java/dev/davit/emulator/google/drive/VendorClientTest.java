package dev.davit.emulator.google.drive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.googleapis.media.MediaHttpUploader;
import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.InputStreamContent;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.ChangeList;
import com.google.api.services.drive.model.File;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vendor's own Java client walks the emulator. */
class VendorClientTest {
  private static final String FOLDER = "application/vnd.google-apps.folder";
  private static final String DOCUMENT = "application/vnd.google-apps.document";
  private static final DriveEmulator EMULATOR = new DriveEmulator();

  @TempDir static Path dir;
  private static GoogleEmulator google;
  private static String root;
  private static Drive drive;

  @BeforeAll
  static void start() {
    google = Api.start(dir, EMULATOR);
    GoogleAccount ada = google.addAccount("ada@example.org");
    root = EMULATOR.items().root(ada.email());
    String token = google.grant(ada, "https://www.googleapis.com/auth/drive").access();
    drive =
        new Drive.Builder(
                new NetHttpTransport(),
                GsonFactory.getDefaultInstance(),
                request -> request.getHeaders().setAuthorization("Bearer " + token))
            .setRootUrl(google.url().toString())
            .setApplicationName("emulator-test")
            .build();
  }

  @AfterAll
  static void stop() {
    google.close();
  }

  @Test
  void round_ofFolderFilePatchMoveAndTrash() throws IOException {
    File folder = drive.files().create(new File().setName("folder").setMimeType(FOLDER)).execute();
    File file =
        drive
            .files()
            .create(
                new File().setName("file"),
                ByteArrayContent.fromString("text/plain", "hello, vendor"))
            .execute();
    drive
        .files()
        .update(file.getId(), new File().setName("moved"))
        .setAddParents(folder.getId())
        .setRemoveParents(root)
        .execute();
    List<File> found =
        drive
            .files()
            .list()
            .setQ("'" + folder.getId() + "' in parents and trashed = false")
            .setFields("nextPageToken, files(id, name, size, md5Checksum)")
            .execute()
            .getFiles();
    assertThat(found).extracting(File::getName).containsExactly("moved");
    assertThat(found.get(0).getSize()).isEqualTo(13L);
    drive.files().update(file.getId(), new File().setTrashed(true)).execute();
    assertThat(EMULATOR.items().isTrashed(file.getId())).isTrue();
    drive.files().delete(folder.getId()).execute();
    assertThat(EMULATOR.items().exists(file.getId())).isFalse();
  }

  @Test
  void resumableUpload_inChunks_andDownload() throws IOException {
    google.requests().clear();
    byte[] content = UploadsTest.bytes(2 * MediaHttpUploader.MINIMUM_CHUNK_SIZE + 11);
    InputStreamContent media =
        new InputStreamContent("text/plain", new ByteArrayInputStream(content));
    media.setLength(content.length);
    Drive.Files.Create create = drive.files().create(new File().setName("big"), media);
    create.getMediaHttpUploader().setChunkSize(MediaHttpUploader.MINIMUM_CHUNK_SIZE);
    create.getMediaHttpUploader().setDirectUploadEnabled(false);
    String id = create.execute().getId();
    assertThat(EMULATOR.items().content(id)).hasBinaryContent(content);
    assertThat(google.requests().count("PUT", "upload_id")).isEqualTo(3);
    try (InputStream in = drive.files().get(id).executeMediaAsInputStream()) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    drive.files().get(id).executeMediaAndDownloadTo(out);
    assertThat(out.toByteArray()).isEqualTo(content);
  }

  @Test
  void resumableUpload_ofNothing() throws IOException {
    InputStreamContent media =
        new InputStreamContent("text/plain", new ByteArrayInputStream(new byte[0]));
    media.setLength(0);
    String id = drive.files().create(new File().setName("none"), media).execute().getId();
    assertThat(EMULATOR.items().size(id)).isZero();
  }

  @Test
  void directUpload_isMultipart() throws IOException {
    ByteArrayContent media = ByteArrayContent.fromString("text/plain", "direct");
    Drive.Files.Create create = drive.files().create(new File().setName("direct"), media);
    create.getMediaHttpUploader().setDirectUploadEnabled(true);
    assertThat(EMULATOR.items().text(create.execute().getId())).isEqualTo("direct");
  }

  @Test
  void exportCopyAboutAndChanges() throws IOException {
    String start = drive.changes().getStartPageToken().execute().getStartPageToken();
    byte[] words = "words".getBytes(StandardCharsets.UTF_8);
    String id = EMULATOR.items().addDocument(root, "notes", DOCUMENT, words);
    try (InputStream in = drive.files().export(id, "text/plain").executeMediaAsInputStream()) {
      assertThat(in.readAllBytes()).isEqualTo(words);
    }
    File copy = drive.files().copy(id, new File().setName("again")).execute();
    ChangeList changes = drive.changes().list(start).execute();
    assertThat(changes.getChanges())
        .extracting(change -> change.getFileId())
        .containsExactly(id, copy.getId());
    assertThat(drive.about().get().setFields("user,storageQuota").execute().getUser().getMe())
        .isTrue();
    assertThat(drive.files().generateIds().setCount(3).execute().getIds()).hasSize(3);
  }

  @Test
  void refusal_isReadAsTheVendorsOwn() {
    assertThatThrownBy(() -> drive.files().get("1nobody").execute())
        .isInstanceOfSatisfying(
            GoogleJsonResponseException.class,
            refusal -> {
              assertThat(refusal.getDetails().getCode()).isEqualTo(404);
              assertThat(refusal.getDetails().getErrors().get(0).getReason()).isEqualTo("notFound");
            });
  }
}

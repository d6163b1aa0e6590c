package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.Secret;
import dev.davit.testkit.fault.FaultyHttp;
import dev.davit.testkit.fault.KilledUpload;
import dev.davit.testkit.fault.UploadInParts;
import dev.davit.testkit.fault.WireFault;
import dev.davit.testservers.S3Server;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * An upload by processes with a heap of 64 MiB, cut three times: a dropped connection, a 503, a
 * killed process. The store is in another process than they are, and keeps its objects in files.
 */
@Timeout(600)
class S3LargeUploadTest {
  private static final long MIB = 1L << 20;
  private static final long PART = 8 * MIB;

  @TempDir Path folder;

  @Test
  void upload_cutThreeTimes_arrivesOnce_in64MiB() throws Exception {
    assertArrives(64 * MIB);
  }

  @Test
  @Tag("long")
  void upload_of2GiB_cutThreeTimes_arrivesOnce_in64MiB() throws Exception {
    assertArrives(2048 * MIB);
  }

  private void assertArrives(long size) throws Exception {
    try (S3Server server = S3Server.open(Files.createDirectory(folder.resolve("objects")));
        FaultyHttp line = FaultyHttp.before(server.endpoint() + "/");
        KilledUpload upload = new KilledUpload(folder, S3LargeUploadFork.class, size, PART)) {
      String bucket = server.createBucket();
      long parts = size / PART;
      List<String> said =
          upload.run(
              happening(line, parts),
              parts / 8 * 5,
              line.url().replaceAll("/$", ""),
              server.region(),
              bucket,
              server.accessKey(),
              server.secretKey());
      assertThat(said).anyMatch(word -> word.startsWith("from ") && !word.equals("from 0"));
      assertThat(sha256(server, bucket)).isEqualTo(upload.sha256());
    }
  }

  private static Map<Long, Runnable> happening(FaultyHttp line, long parts) {
    return Map.of(
        parts / 8,
        () -> line.faults().at(part -> part.is("PUT"), 1, WireFault.dropped()),
        parts / 2,
        () -> line.faults().at(part -> part.is("PUT"), 1, WireFault.answerAfterwards(503)));
  }

  private static String sha256(S3Server server, String bucket) throws Exception {
    S3Settings settings =
        new S3Settings(
            URI.create(server.endpoint().toString()),
            server.region(),
            bucket,
            server.accessKey(),
            new Secret(server.secretKey()));
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (S3Foreigner foreigner = new S3Foreigner(settings, server.endpoint());
        InputStream body =
            new DigestInputStream(foreigner.get(UploadInParts.NAME).body(), digest)) {
      assertThat(foreigner.keys()).containsExactly(UploadInParts.NAME);
      body.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}

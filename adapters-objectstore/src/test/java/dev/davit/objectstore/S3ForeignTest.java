package dev.davit.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteRequest;
import dev.davit.testkit.fault.TestContent;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What Davit writes others read, and the other way round. */
class S3ForeignTest extends S3Tests {
  @Test
  void fileOfDavits_isReadByAPlainGet_withItsMediaType() throws Exception {
    EntryId folder = storage.createFolder(EntryId.ROOT, "Büro").id();
    WriteRequest request =
        new WriteRequest(
            Fixture.request(folder, "Ü 100%.pdf", Contents.text(""), ConflictPolicy.FAIL).attempt(),
            Contents.text("content"),
            "application/pdf",
            ConflictPolicy.FAIL,
            null);
    Entry entry = storage.write(request);
    HttpResponse<InputStream> answer = foreigner.get("Büro/Ü 100%.pdf");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("application/pdf");
    assertThat(answer.headers().firstValue("etag")).contains(String.valueOf(entry.etag()));
    try (InputStream body = answer.body()) {
      assertThat(body).hasContent("content");
    }
  }

  @Test
  void fileInParts_isReadByAPlainGet() throws Exception {
    long size = 2L * S3Bench.PART + 1;
    write(EntryId.ROOT, "large", TestContent.generated(size).withUnknownSize());
    foreigner.assertGenerated("large", size);
    assertThat(foreigner.keys()).containsExactly("large");
    assertThat(foreigner.uploads()).isEmpty();
  }

  @Test
  void fileOfOthers_isReadHere_andAReplacedOneIsNotMixedUp() throws Exception {
    foreigner.put("theirs", "0123456789");
    Entry theirs = storage.stat(S3TestIds.file("theirs"));
    try (Download download = storage.read(theirs.id(), new ByteRange.Last(4))) {
      foreigner.put("theirs", "abcdefghij");
      assertThat(new String(download.body().readAllBytes(), StandardCharsets.UTF_8))
          .isIn("6789", "ghij");
    }
    Fixture.assertKind(
        ErrorKind.PRECONDITION_FAILED,
        () ->
            storage.write(
                Fixture.request(
                    EntryId.ROOT,
                    "theirs",
                    Contents.text("stale"),
                    ConflictPolicy.REPLACE,
                    theirs.etag())));
    assertThat(foreigner.text("theirs")).isEqualTo("abcdefghij");
  }
}

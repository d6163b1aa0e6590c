package dev.davit.emulator.nextcloud;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.sardine.DavResource;
import com.github.sardine.Sardine;
import com.github.sardine.SardineFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that nobody here wrote walks the emulated server: Sardine. */
class SardineTest {
  private static final QName FILE_ID = new QName(Names.OWNCLOUD, "fileid", "oc");

  @TempDir static Path dir;
  private static NextcloudEmulator cloud;
  private static Sardine sardine;
  private static String home;

  @BeforeAll
  static void start() {
    cloud = NextcloudEmulator.start(dir);
    cloud.addUser("ada@example.org", "ada", "secret");
    sardine = SardineFactory.begin("ada@example.org", "secret");
    sardine.enablePreemptiveAuthentication("127.0.0.1");
    home = cloud.address() + "remote.php/dav/files/ada/";
  }

  @AfterAll
  static void stop() throws IOException {
    sardine.shutdown();
    cloud.close();
  }

  @Test
  void sardine_walks() throws IOException {
    sardine.createDirectory(home + "folder");
    sardine.put(home + "folder/a%20b.txt", "hello".getBytes(UTF_8), "text/plain");
    assertThat(sardine.exists(home + "folder/a%20b.txt")).isTrue();
    DavResource before = only(home + "folder/a%20b.txt");
    assertThat(before.getContentLength()).isEqualTo(5);
    assertThat(before.getContentType()).isEqualTo("text/plain");
    assertThat(before.getEtag()).isNotBlank();
    sardine.move(home + "folder/a%20b.txt", home + "folder/c.txt");
    assertThat(sardine.list(home + "folder"))
        .extracting(DavResource::getName)
        .containsExactlyInAnyOrder("folder", "c.txt");
    sardine.copy(home + "folder/c.txt", home + "d.txt");
    try (InputStream in = sardine.get(home + "d.txt")) {
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo("hello");
    }
    sardine.delete(home + "folder");
    assertThat(sardine.exists(home + "folder/")).isFalse();
  }

  @Test
  void sardine_readsWhatNextcloudAdds() throws IOException {
    sardine.put(home + "id.txt", "x".getBytes(UTF_8));
    Map<QName, String> added =
        sardine.propfind(home + "id.txt", 0, Set.of(FILE_ID)).get(0).getCustomPropsNS();
    assertThat(added.get(FILE_ID)).matches("\\d+");
    cloud.quota("ada", 1_000_000);
    assertThat(sardine.getQuota(home).getQuotaAvailableBytes()).isBetween(1L, 1_000_000L);
  }

  private static DavResource only(String address) throws IOException {
    return sardine.list(address, 0).get(0);
  }
}

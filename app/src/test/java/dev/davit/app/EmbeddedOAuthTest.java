package dev.davit.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.Caller;
import dev.davit.Davit;
import dev.davit.app.support.TinySite;
import dev.davit.drive.DriveProvider;
import dev.davit.drive.DriveSettings;
import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import dev.davit.emulator.google.drive.DriveEmulator;
import dev.davit.persistence.sql.SqlSettings;
import dev.davit.persistence.sql.SqlStores;
import dev.davit.persistence.vault.TinkVault;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Flow;
import dev.davit.ports.Flows;
import dev.davit.ports.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application on the JDK's own HTTP server connects Google through the facade. */
class EmbeddedOAuthTest {
  private static final Path README = Path.of("..", "README.md");
  private static final Path SOURCE = Path.of("src/test/java/dev/davit/app/support/TinySite.java");

  private final DriveEmulator drive = new DriveEmulator();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private volatile boolean flowsAway;
  private @Nullable GoogleEmulator google;
  private @Nullable TinySite site;
  private @Nullable Davit davit;

  /** A browser of its own: cookies, and no redirect is followed unseen. */
  private static final class Visitor {
    private final HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();

    HttpResponse<String> get(URI address) {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1)).build();
      try {
        return client.send(request, BodyHandlers.ofString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** Where it is sent. */
    URI follow(URI address) {
      HttpResponse<String> answer = get(address);
      assertThat(answer.statusCode()).isEqualTo(302);
      return address.resolve(answer.headers().firstValue("Location").orElseThrow());
    }
  }

  @BeforeEach
  void start(@TempDir Path home) throws IOException {
    GoogleEmulator far = opened(GoogleEmulator.at(home.resolve("google")).with(drive).start());
    google = far;
    SqlStores stores = opened(SqlStores.open(SqlSettings.sqlite(home.resolve("davit.db"))));
    DriveSettings settings =
        DriveSettings.of(GoogleEmulator.CLIENT.id(), new Secret(GoogleEmulator.CLIENT.secret()))
            .withDevelopment(far.url());
    DriveProvider provider = opened(new DriveProvider(settings, InstantSource.system()));
    site =
        opened(
            TinySite.start(
                callback ->
                    davit =
                        Davit.builder()
                            .stores(stores)
                            .flows(sometimesAway(stores.flows()))
                            .vault(TinkVault.openOrCreate(home.resolve("keyset.json"), false))
                            .provider(provider)
                            .callback(callback)
                            .build()));
  }

  private Flows sometimesAway(Flows flows) {
    return new Flows() {
      @Override
      public void put(String key, Flow flow, Duration lifetime) {
        flows.put(key, flow, lifetime);
      }

      @Override
      public Optional<Flow> take(String key) {
        if (flowsAway) {
          throw new CloudException(ErrorKind.UNAVAILABLE, "The flows are away.");
        }
        return flows.take(key);
      }

      @Override
      public Optional<Flow> find(String key) {
        return flows.find(key);
      }

      @Override
      public boolean replace(String key, Flow old, Flow next, Duration lifetime) {
        return flows.replace(key, old, next, lifetime);
      }
    };
  }

  private <T extends AutoCloseable> T opened(T thing) {
    opened.add(thing);
    return thing;
  }

  @AfterEach
  void stop() throws Exception {
    Collections.reverse(opened);
    for (AutoCloseable thing : opened) {
      thing.close();
    }
  }

  private GoogleEmulator google() {
    return Objects.requireNonNull(google);
  }

  private URI at(String path) {
    return Objects.requireNonNull(site).url().resolve(path);
  }

  private int connections() {
    return Objects.requireNonNull(davit).connections().list(Caller.of("alice")).size();
  }

  /** An account with a file. */
  private GoogleAccount account(String email, String file) {
    GoogleAccount account = google().addAccount(email);
    byte[] text = "Dear Sir or Madam".getBytes(StandardCharsets.UTF_8);
    drive.items().addFile(drive.items().root(email), file, "text/plain", text);
    return account;
  }

  @Test
  void O2_theSite_connectsGoogle_andListsAFolder() {
    GoogleAccount account = account("alice@example.org", "letter.txt");
    Visitor alice = new Visitor();

    URI back = google().consent(alice.follow(at("/connect")), account, Decision.allow());
    URI folder = alice.follow(back);

    assertThat(folder.getPath()).isEqualTo("/folder");
    assertThat(alice.get(folder).body()).isEqualTo("letter.txt");
    assertThat(alice.follow(back)).hasQuery("failed=INVALID_FLOW");
    assertThat(connections()).isEqualTo(1);
  }

  @Test
  void O2_aVictimsConsent_isNotKeptForWhoSentHimThere() {
    GoogleAccount victim = account("bob@example.org", "secret.txt");
    URI page = new Visitor().follow(at("/connect"));

    URI back = google().consent(page, victim, Decision.allow());

    assertThat(new Visitor().follow(back)).hasQuery("failed=INVALID_FLOW");
    assertThat(connections()).isZero();
    assertThat(google().requests().count("POST", "/token")).isZero();
  }

  @Test
  void O5_denied_isSaidInOurWords() {
    Visitor alice = new Visitor();
    GoogleAccount account = google().addAccount("alice@example.org");

    URI back = google().consent(alice.follow(at("/connect")), account, Decision.deny());

    assertThat(alice.follow(back)).hasQuery("failed=PROVIDER_DENIED");
    assertThat(connections()).isZero();
  }

  @Test
  void O2_nobodyCouldLook_theSameAnswerMayBeBroughtAgain() {
    GoogleAccount account = account("alice@example.org", "letter.txt");
    Visitor alice = new Visitor();
    URI back = google().consent(alice.follow(at("/connect")), account, Decision.allow());

    flowsAway = true;
    assertThat(alice.follow(back)).hasQuery("failed=UNAVAILABLE");
    flowsAway = false;
    assertThat(alice.follow(back)).hasPath("/folder");
  }

  @Test
  void O2_anAnswerThatCantBeRead_isSaidInOurWords() {
    assertThat(new Visitor().follow(at("/callback/google_drive?state=a&state=b")))
        .hasQuery("failed=INVALID_REQUEST");
  }

  @Test
  void theReadme_showsTheTwoHandlers() throws IOException {
    assertThat(between(README, "```java connect", "```"))
        .isEqualTo(between(SOURCE, "// begin", "// end"));
  }

  private static String between(Path file, String begin, String end) throws IOException {
    return Files.readAllLines(file).stream()
        .map(String::strip)
        .dropWhile(line -> !line.equals(begin))
        .skip(1)
        .takeWhile(line -> !line.equals(end))
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}

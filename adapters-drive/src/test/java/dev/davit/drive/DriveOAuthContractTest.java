package dev.davit.drive;

import dev.davit.emulator.Fault;
import dev.davit.emulator.google.Decision;
import dev.davit.emulator.google.GoogleAccount;
import dev.davit.emulator.google.GoogleEmulator;
import dev.davit.emulator.google.GoogleFaults;
import dev.davit.emulator.oauth.Rotation;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.OAuthClient;
import dev.davit.testkit.contract.OAuthContract;
import dev.davit.testkit.contract.OAuthFault;
import dev.davit.testkit.contract.OAuthReturn;
import dev.davit.testkit.contract.OAuthSetup;
import dev.davit.testkit.fault.FaultyHttp;
import dev.davit.testkit.fault.WireFault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract of OAuth clients at the emulated Google. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DriveOAuthContractTest extends OAuthContract {
  private @Nullable Googles started;
  private @Nullable DriveProvider patient;
  private @Nullable DriveProvider hurried;
  private @Nullable FaultyHttp line;

  @BeforeAll
  void start(@TempDir Path folder) {
    Googles googles = Googles.start(folder);
    started = googles;
    patient = googles.provider();
    line = FaultyHttp.before(googles.google().url().toString());
    hurried =
        googles.provider(
            Googles.settings(URI.create(line().url()))
                .withPatience(Googles.hurried(Duration.ofMillis(150))));
  }

  @AfterAll
  void stop() {
    Objects.requireNonNull(patient).close();
    Objects.requireNonNull(hurried).close();
    line().close();
    Objects.requireNonNull(started).close();
  }

  private FaultyHttp line() {
    return Objects.requireNonNull(line);
  }

  @Override
  protected OAuthSetup open() {
    Googles googles = Objects.requireNonNull(started);
    googles.google().clearFaults();
    line().faults().always(WireFault.silent());
    googles.google().rotation(Rotation.NONE);
    return new Setup(
        googles,
        Objects.requireNonNull(patient),
        Objects.requireNonNull(hurried),
        List.of(googles.somebody(), googles.somebody()));
  }

  /** Google, and two of its users. */
  private static final class Setup implements OAuthSetup {
    private final Googles googles;
    private final DriveProvider patient;
    private final DriveProvider hurried;
    private final List<GoogleAccount> users;
    private boolean silent;

    Setup(
        Googles googles, DriveProvider patient, DriveProvider hurried, List<GoogleAccount> users) {
      this.googles = googles;
      this.patient = patient;
      this.hurried = hurried;
      this.users = users;
    }

    /** Where nothing will come, one that soon gives up, on a line that leads nowhere. */
    @Override
    public OAuthClient client() {
      return (Authentication.OAuth) (silent ? hurried : patient).authentication();
    }

    @Override
    public InstantSource clock() {
      return googles.google().clock();
    }

    @Override
    public URI redirectUri() {
      return URI.create("http://127.0.0.1:9/api/cloud/oauth/callback/google_drive");
    }

    @Override
    public URI otherRedirectUri() {
      return URI.create("http://127.0.0.1:9/another");
    }

    @Override
    public List<String> secrets() {
      return List.of(GoogleEmulator.CLIENT.secret());
    }

    @Override
    public OAuthReturn allow(URI page, int user) {
      return decided(page, user, Decision.allow());
    }

    @Override
    public OAuthReturn allowLess(URI page, int user) {
      return decided(page, user, Decision.without(DriveScope.FULL.scope()));
    }

    @Override
    public OAuthReturn deny(URI page, int user) {
      return decided(page, user, Decision.deny());
    }

    private OAuthReturn decided(URI page, int user, Decision decision) {
      return OAuthReturn.of(googles.google().consent(page, users.get(user), decision));
    }

    @Override
    public void withdraw(int user) {
      googles.google().revoke(users.get(user));
    }

    @Override
    public void rotate(boolean rotates) {
      googles.google().rotation(rotates ? Rotation.PUNISHES_REUSE : Rotation.NONE);
    }

    @Override
    public void always(OAuthFault fault) {
      silent = fault == OAuthFault.SILENCE;
      if (!silent) {
        Stream.of("/token", "/revoke")
            .forEach(path -> googles.google().faults().inject(of(fault).at(path).forever()));
      }
    }

    private static Fault of(OAuthFault fault) {
      return switch (fault) {
        case INVALID_CLIENT -> GoogleFaults.invalidClient();
        case UNAUTHORIZED_CLIENT -> GoogleFaults.oauth(401, "unauthorized_client", "Unauthorized");
        case SERVER_ERROR -> Fault.status(503);
        case HTML_ERROR -> Fault.answer(503, "text/html", "<p>Try later");
        case HTML -> Fault.html();
        case EMPTY -> Fault.answer(200, "application/json", "{}");
        case DROPPED -> Fault.dropped();
        case SILENCE -> throw new IllegalStateException("that is the line's");
        case TOO_MANY -> Fault.rateLimited(Duration.ofSeconds(7));
      };
    }

    @Override
    public void mend() {
      silent = false;
      googles.google().clearFaults();
    }

    @Override
    public int requests() {
      return googles.google().requests().count("POST", "/token");
    }
  }
}

package dev.davit.onedrive;

import dev.davit.emulator.Fault;
import dev.davit.emulator.microsoft.Decision;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftEmulator;
import dev.davit.emulator.microsoft.MicrosoftFaults;
import dev.davit.emulator.oauth.Rotation;
import dev.davit.ports.storage.OAuthClient;
import dev.davit.testkit.contract.OAuthContract;
import dev.davit.testkit.contract.OAuthDeviation;
import dev.davit.testkit.contract.OAuthFault;
import dev.davit.testkit.contract.OAuthReturn;
import dev.davit.testkit.contract.OAuthSetup;
import dev.davit.testkit.fault.FaultyHttp;
import dev.davit.testkit.fault.WireFault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract of OAuth clients at the emulated Microsoft. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneDriveOAuthContractTest extends OAuthContract {
  private static final Duration SOON = Duration.ofMillis(150);

  private @Nullable Microsofts started;
  private @Nullable FaultyHttp nowhere;
  private @Nullable OneDriveProvider patient;
  private @Nullable OneDriveProvider hurried;

  @BeforeAll
  void start(@TempDir Path folder) {
    Microsofts microsofts = Microsofts.start(folder);
    started = microsofts;
    nowhere = FaultyHttp.before(microsofts.microsoft().url().toString());
    nowhere.faults().always(WireFault.silent());
    InstantSource clock = microsofts.microsoft().clock();
    patient = new OneDriveProvider(microsofts.settings(), clock);
    OneDriveSettings silent = Microsofts.settings(URI.create(nowhere.url()));
    hurried = new OneDriveProvider(silent.withPatience(Microsofts.hurried(SOON)), clock);
  }

  @AfterAll
  void stop() {
    Objects.requireNonNull(patient).close();
    Objects.requireNonNull(hurried).close();
    Objects.requireNonNull(nowhere).close();
    Objects.requireNonNull(started).close();
  }

  @Override
  protected OAuthSetup open() {
    Microsofts microsofts = Objects.requireNonNull(started);
    microsofts.microsoft().clearFaults();
    microsofts.microsoft().rotation(Rotation.NONE);
    return new Setup(
        microsofts.microsoft(),
        OAuthTests.client(Objects.requireNonNull(patient)),
        OAuthTests.client(Objects.requireNonNull(hurried)),
        List.of(microsofts.somebody(), microsofts.employee()));
  }

  /** Microsoft, and two of its users. */
  private static final class Setup implements OAuthSetup {
    private final MicrosoftEmulator microsoft;
    private final OAuthClient usual;
    private final OAuthClient unheard;
    private final List<MicrosoftAccount> users;
    private OAuthClient client;

    Setup(
        MicrosoftEmulator microsoft,
        OAuthClient usual,
        OAuthClient unheard,
        List<MicrosoftAccount> users) {
      this.microsoft = microsoft;
      this.usual = usual;
      this.unheard = unheard;
      this.users = users;
      this.client = usual;
    }

    @Override
    public Set<OAuthDeviation> deviations() {
      return EnumSet.allOf(OAuthDeviation.class);
    }

    /** Where nothing will come, one that soon gives up, on a line that leads nowhere. */
    @Override
    public OAuthClient client() {
      return client;
    }

    @Override
    public InstantSource clock() {
      return microsoft.clock();
    }

    @Override
    public URI redirectUri() {
      return OAuthTests.REDIRECT;
    }

    @Override
    public URI otherRedirectUri() {
      return URI.create("http://127.0.0.1:9/another");
    }

    @Override
    public List<String> secrets() {
      return List.of(MicrosoftEmulator.CLIENT.secret());
    }

    @Override
    public OAuthReturn allow(URI page, int user) {
      return OAuthReturn.of(microsoft.consent(page, users.get(user), Decision.ACCEPT));
    }

    /** No page lets users do that: what is asked for is changed on the way. */
    @Override
    public OAuthReturn allowLess(URI page, int user) {
      String less = page.toString().replaceAll("https%3A%2F%2F[a-z.]+%2FFiles[.A-Za-z]+", "");
      return allow(URI.create(less), user);
    }

    @Override
    public OAuthReturn deny(URI page, int user) {
      return OAuthReturn.of(microsoft.consent(page, users.get(user), Decision.CANCEL));
    }

    @Override
    public void withdraw(int user) {
      microsoft.revoke(users.get(user));
    }

    @Override
    public void rotate(boolean rotates) {
      microsoft.rotation(rotates ? Rotation.PUNISHES_REUSE : Rotation.NONE);
    }

    @Override
    public void always(OAuthFault fault) {
      if (fault == OAuthFault.SILENCE) {
        client = unheard;
      } else {
        microsoft.faults().inject(of(fault).at(OAuthTests.TOKEN).forever());
      }
    }

    private static Fault of(OAuthFault fault) {
      return switch (fault) {
        case INVALID_CLIENT -> MicrosoftFaults.oauth(401, "invalid_client", "Wrong secret");
        case UNAUTHORIZED_CLIENT -> MicrosoftFaults.oauth(400, "unauthorized_client", "Unknown");
        case SERVER_ERROR -> Fault.status(503);
        case HTML_ERROR -> Fault.answer(503, "text/html", "<p>Our services aren't available");
        case HTML -> Fault.html();
        case EMPTY -> Fault.answer(200, "application/json", "{}");
        case DROPPED -> Fault.dropped();
        case TOO_MANY -> MicrosoftFaults.throttled(Duration.ofSeconds(7));
        case SILENCE -> throw new IllegalStateException("that is the line's");
      };
    }

    @Override
    public void mend() {
      client = usual;
      microsoft.clearFaults();
    }

    @Override
    public int requests() {
      return microsoft.requests().count("POST", OAuthTests.TOKEN);
    }
  }
}

package dev.davit.onedrive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.emulator.microsoft.Audience;
import dev.davit.emulator.microsoft.MicrosoftAccount;
import dev.davit.emulator.microsoft.MicrosoftClient;
import dev.davit.testkit.fault.RewritingLine;
import dev.davit.testkit.fault.RewritingLine.Misreading;
import dev.davit.testkit.fault.Sent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The emulated log-in of Microsoft is strict: an adapter that is broken in one way ends there, and
 * as it should. It is broken here by changing what it sends, or what it takes an answer for.
 *
 * <p>These rules no adapter can break, or break to an effect:
 *
 * <ul>
 *   <li>a code is good for ten minutes, a refresh token for ninety days: an adapter asks when it is
 *       told to, and keeps nothing;
 *   <li>what comes back after Cancel, and {@code session_state}: who is sent back is not the
 *       adapter's to read;
 *   <li>who has consented is not asked again, an account that is hinted at is not chosen: pages are
 *       fewer or more, what comes back is the same;
 *   <li>{@code client_info=1}: the library asks for it, the adapter reads the id token;
 *   <li>authentication by Basic in place of the body, and parameters that nobody knows: both are
 *       let in, as at Microsoft;
 *   <li>{@code openid profile email} at the pages, and {@code email} at the token endpoint: signing
 *       in takes its consent from the token request, and the address is in the profile, too;
 *   <li>consents that are taken back: as revoked, for an adapter;
 *   <li>an access token lives out its hour and no longer: when it is refreshed is decided by who
 *       keeps it, who is told the end, which is tried here.
 * </ul>
 */
class OAuthMutantsTest {
  @TempDir static Path folder;
  static Microsofts microsofts;

  @BeforeAll
  static void start() {
    microsofts = Microsofts.start(folder);
    MicrosoftAccount first = microsofts.employee();
    register(MicrosoftClient.of("work", "s").audience(Audience.ANY_TENANT));
    register(MicrosoftClient.of("personal", "s").audience(Audience.PERSONAL));
    register(MicrosoftClient.of("own", "s").audience(Audience.OWN_TENANT).home(first.tenant()));
    register(MicrosoftClient.of("exact", "s").redirectingTo("https://app.example/cb"));
    register(MicrosoftClient.of("old", "s").withSecretExpired());
  }

  private static void register(MicrosoftClient client) {
    microsofts.microsoft().register(client);
  }

  @AfterAll
  static void stop() {
    microsofts.close();
  }

  static Stream<OAuthMutant> mutants() {
    return Stream.of(OAuthPageMutants.all(), OAuthTokenMutants.all(), OAuthAnswerMutants.all())
        .flatMap(rows -> rows);
  }

  /** Every fourth, so that the normal run is short. */
  static Stream<OAuthMutant> some() {
    List<OAuthMutant> all = mutants().toList();
    return IntStream.range(0, all.size()).filter(i -> i % 4 == 0).mapToObj(all::get);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("some")
  void brokenAdapter_endsAsItShould(OAuthMutant mutant) throws IOException {
    assertThat(ending(mutant.flaw(), mutant.misreading(), mutant.atWork()))
        .isEqualTo(mutant.ending());
  }

  @Tag("long")
  @ParameterizedTest(name = "{0}")
  @MethodSource("mutants")
  void everyBrokenAdapter_endsAsItShould(OAuthMutant mutant) throws IOException {
    brokenAdapter_endsAsItShould(mutant);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void wholeAdapter_walksToTheEnd(boolean atWork) throws IOException {
    assertThat(ending(sent -> sent, (sent, answer) -> answer, atWork)).isEqualTo(OAuthWalk.WELL);
  }

  private static String ending(UnaryOperator<Sent> flaw, Misreading misreading, boolean atWork)
      throws IOException {
    int port = microsofts.microsoft().url().getPort();
    try (RewritingLine line = new RewritingLine(port, flaw, misreading);
        OneDriveProvider provider = Microsofts.provider(Microsofts.settings(line.url()))) {
      MicrosoftAccount account = atWork ? microsofts.employee() : microsofts.somebody();
      return new OAuthWalk(microsofts.microsoft(), provider, account).ending();
    }
  }
}

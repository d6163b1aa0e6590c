package dev.davit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.davit.ports.CredentialSource;
import dev.davit.ports.ProviderId;
import dev.davit.ports.Secret;
import dev.davit.ports.SecretFields;
import dev.davit.ports.storage.Authentication;
import dev.davit.ports.storage.ProviderInfo;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.StorageProvider;
import dev.davit.testkit.fault.FaultyHttp;
import dev.davit.testkit.memory.FixedCredentials;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules for faults on the line fail for storages that break them, and only for those. */
class WireMutantsTest {
  private TinyServer server;
  private FaultyHttp line;

  @BeforeEach
  void start() throws IOException {
    server = new TinyServer();
    line = FaultyHttp.before(server.url());
  }

  @AfterEach
  void stop() {
    line.close();
    server.close();
  }

  @ParameterizedTest
  @EnumSource
  void aMutant_isFound(TinyFlaw flaw) {
    assertThat(Section.finds(flaw.section(), () -> setup(Set.of(flaw)))).isTrue();
  }

  static Set<Class<?>> sections() {
    return Arrays.stream(StorageContract.class.getInterfaces())
        .filter(WireFixture.class::isAssignableFrom)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @MethodSource("sections")
  void theOriginal_passes(Class<?> section) {
    assertThat(Section.failures(section, () -> setup(Set.of()))).isEmpty();
  }

  @Test
  void everySection_hasMutants() {
    assertThat(Arrays.stream(TinyFlaw.values()).map(TinyFlaw::section).collect(Collectors.toSet()))
        .isEqualTo(sections());
  }

  private StorageSetup setup(Set<TinyFlaw> flaws) {
    StorageTraits traits = StorageTraits.usual().withLastingIds().withSecrets(TinyServer.TOKEN);
    return new StorageSetup(
            provider(TinyClient.PATIENT, flaws),
            new FixedCredentials(token(TinyServer.TOKEN)),
            traits)
        .withWire(
            new StorageWire(
                line.faults(),
                provider(Duration.ofMillis(200), flaws),
                Duration.ofSeconds(3),
                token("wrong")));
  }

  private static SecretFields token(String text) {
    return new SecretFields(Map.of("token", new Secret(text)));
  }

  private StorageProvider provider(Duration limit, Set<TinyFlaw> flaws) {
    return new StorageProvider() {
      @Override
      public ProviderInfo info() {
        return new ProviderInfo(new ProviderId("tiny"), "Tiny", Set.of(), List.of());
      }

      @Override
      public Authentication authentication() {
        return new Authentication.Operator();
      }

      @Override
      public Storage open(CredentialSource credentials) {
        return new TinyStorage(new TinyClient(line.url(), credentials, limit, flaws));
      }
    };
  }
}

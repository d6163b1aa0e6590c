package dev.davit.testkit.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link dev.davit.ports.storage.OAuthClient} must do. A subclass says how one is made
 * with an authorization server behind it, and clears up after itself.
 */
public abstract class OAuthContract
    implements OAuthPageRules, OAuthExchangeRules, OAuthRefreshRules, OAuthRevokeRules {
  private @Nullable OAuthSetup setup;

  /** A client at whose server nothing was granted yet, called once for each test. */
  protected abstract OAuthSetup open() throws Exception;

  @BeforeEach
  public final void openClient() throws Exception {
    setup = open();
  }

  @Override
  public final OAuthSetup setup() {
    return Objects.requireNonNull(setup);
  }
}

package dev.davit.testkit.contract;

import dev.davit.ports.store.Stores;
import dev.davit.testkit.memory.TestClock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every {@link Stores} must do: its transactions, and every method of every store. */
public abstract class StoresContract
    implements TransactionRules,
        SerialRules,
        OwnerRules,
        ConnectionRules,
        CredentialRules,
        LeaseRules,
        AccountRules,
        SessionRules,
        DocumentRules,
        DocumentListRules,
        DocumentClaimRules,
        UploadSessionRules,
        AuditRules,
        JobRules,
        ClaimRules,
        ServerKeyRules,
        PurgeRules,
        LeavingRules {
  private final TestClock clock = new TestClock();
  private @Nullable Stores stores;

  /**
   * Stores with nothing in them. Closed after the test, if they can be.
   *
   * @param clock what they take for the database's clock
   */
  protected abstract Stores open(TestClock clock);

  @BeforeEach
  public final void openStores() {
    stores = open(clock);
  }

  @Override
  public final Stores stores() {
    return Objects.requireNonNull(stores);
  }

  @Override
  public final TestClock clock() {
    return clock;
  }

  @AfterEach
  public final void closeStores() throws Exception {
    if (stores instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}

package dev.davit.testkit.contract;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every {@link dev.davit.ports.storage.Storage} must do. A subclass says how one with nothing
 * in it is made, and clears up after itself.
 */
public abstract class StorageContract
    implements PagingRules,
        NameRules,
        BodyRules,
        RangeRules,
        ConflictRules,
        EtagRules,
        FailedWriteRules,
        RecoverRules,
        MoveRules,
        DeleteRules,
        IdRules,
        AccordRules,
        CapabilityRules,
        UploadSessionsRules,
        RefusedCredentialRules,
        AnswerFaultRules,
        LineFaultRules {
  private @Nullable StorageSetup setup;

  /** A storage with nothing in it, called once for each test. */
  protected abstract StorageSetup open() throws Exception;

  @BeforeEach
  public final void openStorage() throws Exception {
    StorageSetup opened = open();
    opened.wire().ifPresent(line -> line.faults().mend());
    setup = opened;
  }

  @Override
  public final StorageSetup setup() {
    return Objects.requireNonNull(setup);
  }
}

package dev.davit.persistence.sql;

import dev.davit.ports.Flows;
import dev.davit.testkit.contract.FlowsContract;
import dev.davit.testkit.memory.TestClock;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class SqlFlowsContractTest extends FlowsContract {
  @TempDir Path folder;
  private @Nullable SqlStores stores;

  @Override
  protected Flows open(TestClock clock) {
    SqlStores opened =
        SqlStores.open(SqlSettings.sqlite(folder.resolve("davit.db")).withClock(clock));
    stores = opened;
    return opened.flows();
  }

  @AfterEach
  void close() {
    if (stores != null) {
      stores.close();
    }
  }
}

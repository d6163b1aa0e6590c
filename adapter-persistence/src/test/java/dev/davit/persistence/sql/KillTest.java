package dev.davit.persistence.sql;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KillTest extends KillContract {
  @TempDir Path folder;

  @Override
  SqlSettings settings() {
    return SqlSettings.sqlite(folder.resolve("davit.db"));
  }

  @Test
  void F_killedThreeTimes_keepsWhatWasAcknowledged() throws Exception {
    kill(3);
  }

  @Test
  @Tag("long")
  void F_killedTwentyTimes_keepsWhatWasAcknowledged() throws Exception {
    kill(20);
  }
}

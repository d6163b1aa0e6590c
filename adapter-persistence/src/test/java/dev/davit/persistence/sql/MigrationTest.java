package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MigrationTest extends MigrationContract {
  @TempDir Path folder;

  private Path file() {
    return folder.resolve("davit.db");
  }

  @Override
  SqlSettings settings() {
    return SqlSettings.sqlite(file());
  }

  @Override
  DataSource host() {
    return Hosts.source(file(), Hosts.config());
  }

  @Override
  String folder() {
    return "db/davit/sqlite";
  }

  @Override
  String structure() {
    return "SELECT sql FROM sqlite_master ORDER BY name";
  }

  @Override
  String names() {
    return "SELECT name FROM sqlite_master";
  }

  @Test
  void open_byTwoProcessesAtOnce_bothStart() throws Exception {
    List<Forked> starters = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      starters.add(Forked.run(Starter.class, "jdbc:sqlite:" + file()));
    }
    for (Forked starter : starters) {
      assertThat(starter.line()).isEqualTo("ready");
    }
    for (Forked starter : starters) {
      starter.say("go");
    }

    for (Forked starter : starters) {
      assertThat(starter.line()).isEqualTo("opened");
      assertThat(starter.exit()).isZero();
    }
    assertThat(Hosts.query(host(), VERSIONS)).containsExactly("1", "2", "3");
  }
}

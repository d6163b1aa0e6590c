package dev.davit.persistence.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.davit.testservers.PostgresServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pool says of itself. */
class PoolUseTest {
  private static final SqlLimits FOUR =
      new SqlLimits(4, Duration.ofMillis(250), SqlLimits.USUAL.statement(), SqlLimits.USUAL.lock());

  @Test
  void use_showsWhoWorksWithAConnection(@TempDir Path folder) {
    try (SqlStores stores = SqlStores.open(SqlSettings.sqlite(folder.resolve("a.db")))) {
      PoolUse during = stores.reading(tx -> stores.pool().orElseThrow());
      assertThat(during.active()).isEqualTo(1);
      PoolUse after = stores.pool().orElseThrow();
      assertThat(after.active()).isZero();
      assertThat(after.idle()).isPositive();
      assertThat(after.most()).isEqualTo(10);
      assertThat(after.waiting()).isZero();
      assertThat(after.timeouts()).isZero();
    }
  }

  @Test
  void waitsThatEndWithoutAConnection_areCounted() throws SQLException {
    SqlSettings settings =
        PostgresDatabases.settings(PostgresServer.shared().createDatabase()).withLimits(FOUR);
    try (HikariDataSource pool = PostgresPool.open(settings)) {
      PoolWatch watch = PoolWatch.over(pool);
      for (int i = 0; i < 4; i++) {
        assertThat(pool.getConnection().isValid(1)).isTrue();
      }
      assertThatThrownBy(pool::getConnection).isInstanceOf(SQLException.class);
      assertThat(watch.now()).isEqualTo(new PoolUse(4, 0, 0, 4, 1));
    }
  }
}

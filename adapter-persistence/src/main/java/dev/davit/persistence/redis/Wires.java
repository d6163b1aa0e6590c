package dev.davit.persistence.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;

/** The kinds of wires. */
final class Wires {
  /** A key that nobody ever sets: taking it asks for the right to write, and changes nothing. */
  private static final String NOBODYS_KEY = "davit:probe";

  /** One of another slot: no node of a Cluster takes both in one command. */
  private static final String OTHER_KEY = "davit:probe:other";

  private Wires() {}

  /**
   * To one process. Redis' client asks for the database when it connects, but need not have been
   * answered when the first command is sent: one that is not there would go unnoticed, and another
   * be used.
   *
   * @param database its number
   */
  record Single(StatefulRedisConnection<String, byte[]> connection, int database) implements Wire {
    @Override
    public RedisClusterCommands<String, byte[]> commands() {
      return connection.sync();
    }

    @Override
    public void probe() {
      if (database > 0) {
        connection.sync().select(database);
      }
      connection.sync().getdel(NOBODYS_KEY);
      connection
          .sync()
          .eval("return 1", ScriptOutputType.INTEGER, new String[] {NOBODYS_KEY, OTHER_KEY});
    }

    @Override
    public boolean isOpen() {
      return connection.isOpen();
    }

    @Override
    public void close() {
      connection.close();
    }
  }

  /** To the nodes of a Cluster. One primary that is away is a Cluster that is away. */
  record Clustered(StatefulRedisClusterConnection<String, byte[]> connection) implements Wire {
    @Override
    public RedisClusterCommands<String, byte[]> commands() {
      return connection.sync();
    }

    @Override
    public void probe() {
      connection.sync().upstream().commands().ping().forEach(pong -> {});
      connection.sync().getdel(NOBODYS_KEY);
    }

    @Override
    public boolean isOpen() {
      return connection.isOpen();
    }

    @Override
    public void close() {
      connection.close();
    }
  }
}

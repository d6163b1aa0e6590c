package dev.davit.persistence.redis;

import dev.davit.testservers.RedisAlone;
import dev.davit.testservers.RedisCluster;
import dev.davit.testservers.RedisSentinels;
import dev.davit.testservers.RedisServer;

/** Every kind of Redis there is, one server of each for the whole JVM. */
enum Kind {
  ALONE {
    @Override
    RedisServer server() {
      return RedisAlone.shared();
    }
  },
  SENTINELS {
    @Override
    RedisServer server() {
      return RedisSentinels.shared();
    }
  },
  CLUSTER {
    @Override
    RedisServer server() {
      return RedisCluster.shared();
    }
  };

  static {
    // Both take seconds in which nothing is done but to wait.
    new Thread(RedisSentinels::shared, "start-sentinels").start();
    new Thread(RedisCluster::shared, "start-cluster").start();
  }

  abstract RedisServer server();

  /** A client of it, which holds nothing now. */
  Redis openEmpty() {
    server().flush();
    return Samples.openPatiently(server());
  }
}

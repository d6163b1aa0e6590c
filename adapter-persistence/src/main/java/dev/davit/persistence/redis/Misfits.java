package dev.davit.persistence.redis;

import io.lettuce.core.protocol.RedisProtocolException;
import io.netty.handler.ssl.NotSslRecordException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which failures are the operator's to mend, with words that say how. */
final class Misfits {
  private static final String ADDRESS = "Look at the address of Redis. ";

  private Misfits() {}

  /** Empty if it may be better soon. */
  static Optional<String> of(RuntimeException e) {
    return Stream.of(ofAnswer(e), ofLine(e)).flatMap(Optional::stream).findFirst();
  }

  private static Optional<String> ofAnswer(RuntimeException e) {
    return Faults.said(e).flatMap(said -> Optional.ofNullable(ofAnswer(Faults.code(e), said)));
  }

  private static @Nullable String ofAnswer(String code, String said) {
    return switch (code) {
      case "WRONGPASS" -> "Redis refuses the user or the password.";
      case "NOAUTH" -> "Redis asks for a password, and none is set.";
      case "NOPERM" ->
          "Redis does not let its user do what is needed: PING, SET, GET, GETDEL, EVAL and TIME on"
              + " keys that begin with davit:.";
      case "MOVED", "CROSSSLOT" ->
          ADDRESS + "There is a node of a Redis Cluster: write redis-cluster://…";
      case "READONLY" ->
          ADDRESS + "There is a replica: name the primary, or write redis-sentinel://…";
      case "ERR" -> ofError(said);
      default -> null;
    };
  }

  private static @Nullable String ofError(String said) {
    if (said.contains("`SENTINEL`")) {
      return ADDRESS + "There is no Sentinel: write redis://…";
    }
    if (said.contains("unknown command")) {
      return ADDRESS
          + "What answers there does not know GETDEL or EVAL: it is older than Redis 6.2, or a Sentinel,"
          + " whose address begins with redis-sentinel://";
    }
    if (said.contains("AUTH") || said.contains("invalid password")) {
      return "Redis asks for no password, and one is set; or it refuses that.";
    }
    if (said.contains("cluster support disabled")) {
      return ADDRESS + "There is no Redis Cluster: write redis://…";
    }
    return said.contains("DB index") ? ADDRESS + "There is no database of that number." : null;
  }

  private static Optional<String> ofLine(RuntimeException e) {
    if (has(e, RedisProtocolException.class)) {
      return Optional.of(
          ADDRESS + "What answers there is no Redis, or one that wants TLS: write rediss://…");
    }
    if (has(e, NotSslRecordException.class)) {
      return Optional.of(ADDRESS + "What answers there speaks no TLS: write redis://…");
    }
    return has(e, CertificateException.class)
        ? Optional.of("The certificate of Redis is not trusted, or is for another name.")
        : Optional.empty();
  }

  private static boolean has(RuntimeException e, Class<? extends Throwable> type) {
    return Faults.causes(e).anyMatch(type::isInstance);
  }
}

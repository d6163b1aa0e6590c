package dev.davit.app;

import dev.davit.persistence.redis.RedisSettings;
import dev.davit.ports.CloudException;
import dev.davit.ports.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what the operator has decided of Redis. */
final class RedisSettingsReader {
  private static final String URL = "DAVIT_REDIS_URL";
  private static final String PASSWORD = "DAVIT_REDIS_PASSWORD";
  private static final String SENTINEL_PASSWORD = "DAVIT_REDIS_SENTINEL_PASSWORD";

  private final SettingsReader reader;

  private RedisSettingsReader(SettingsReader reader) {
    this.reader = reader;
  }

  /** What the settings say; null if there is none. Faults are noted in the reader. */
  static @Nullable RedisSettings read(SettingsReader reader) {
    return new RedisSettingsReader(reader).read();
  }

  private @Nullable RedisSettings read() {
    Optional<RedisSettings> address = reader.secret(URL).flatMap(this::parse);
    Optional<Secret> password = reader.secret(PASSWORD).map(Secret::new);
    Optional<Secret> ofSentinels = reader.secret(SENTINEL_PASSWORD).map(Secret::new);
    if (!reader.isNamed(URL)) {
      refuse(PASSWORD, URL + " names no Redis: set it, or remove this");
    }
    address.filter(there -> there.password() != null).ifPresent(this::refuseSecondPassword);
    if (address.stream().noneMatch(there -> there.kind() == RedisSettings.Kind.SENTINEL)) {
      refuse(SENTINEL_PASSWORD, URL + " names no Sentinels");
    }
    return address
        .map(with(password, there -> secret -> there.withLogin(there.user(), secret)))
        .map(with(ofSentinels, there -> there::withSentinelPassword))
        .orElse(null);
  }

  private Optional<RedisSettings> parse(String url) {
    try {
      return Optional.of(RedisSettings.parse(url));
    } catch (CloudException e) {
      reader.fault(URL + ": " + e.getMessage() + ".");
      return Optional.empty();
    }
  }

  private void refuseSecondPassword(RedisSettings address) {
    refuse(PASSWORD, URL + " has a password already: keep one of them");
  }

  private void refuse(String secret, String why) {
    reader.refuse(List.of(secret, secret + "_FILE"), why);
  }

  private static Function<RedisSettings, RedisSettings> with(
      Optional<Secret> secret, Function<RedisSettings, Function<Secret, RedisSettings>> change) {
    return settings -> secret.map(change.apply(settings)).orElse(settings);
  }
}

package dev.davit.app;

import dev.davit.outbound.AllowRule;
import dev.davit.ports.CloudException;
import dev.davit.ports.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes {@link Settings} of environment variables and a file with the same names. */
final class SettingsLoader {
  private static final long DEFAULT_MAX_UPLOAD = 5L << 30;
  private static final Duration DEFAULT_PURGE_DEADLINE = Duration.ofDays(7);
  private static final Duration LEAST_PURGE_DEADLINE = Duration.ofHours(1);
  private static final Duration MOST_PURGE_DEADLINE = Duration.ofDays(90);
  private static final Duration DEFAULT_AUDIT_RETENTION = Duration.ofDays(365);
  private static final Duration LEAST_AUDIT_RETENTION = Duration.ofDays(1);
  private static final Duration MOST_AUDIT_RETENTION = Duration.ofDays(3650);
  private static final String DEFAULT_DATA = "davit-data";
  private static final Pattern TOKEN = Pattern.compile("[!-~]{16,512}");

  private SettingsLoader() {}

  /**
   * Reads everything and says everything that is wrong.
   *
   * @param environment variables; those with other names are left alone, since orchestrators set
   *     some of their own
   * @param file settings that the environment may override; a name in it that is no setting is a
   *     fault
   * @param flags what the command line says, which goes over both
   * @throws SettingsException naming every fault
   */
  static Settings load(
      Map<String, String> environment, @Nullable Path file, Map<String, String> flags) {
    List<String> faults = new ArrayList<>();
    Map<String, String> values = new HashMap<>(SettingsFile.read(file, faults));
    SettingNames.ALL.stream()
        .filter(environment::containsKey)
        .forEach(name -> values.put(name, environment.getOrDefault(name, "")));
    values.putAll(flags);
    SettingsReader reader = new SettingsReader(values);
    faults.forEach(reader::fault);
    Settings settings = settings(reader);
    if (!reader.faults().isEmpty()) {
      throw new SettingsException(reader.faults());
    }
    return settings;
  }

  private static Settings settings(SettingsReader reader) {
    Path data =
        reader.path("DAVIT_DATA").orElse(Path.of(DEFAULT_DATA).toAbsolutePath().normalize());
    DatabaseSettings database = DatabaseSettings.read(reader, data);
    StorageSettings storage = StorageSettings.read(reader, data);
    if (database.isShared()) {
      ManyNodes.check(reader, storage);
    }
    return new Settings(
        reader.text("DAVIT_HOST").orElse("127.0.0.1"),
        reader.integer("DAVIT_PORT", 0, 65535).orElse(8080),
        data,
        reader.origin("DAVIT_PUBLIC_URL").orElse(null),
        reader.page("DAVIT_FRONTEND_URL").orElse(null),
        registration(reader),
        database,
        RedisSettingsReader.read(reader),
        storage,
        reader.path("DAVIT_KEYSET_FILE").orElse(data.resolve("keyset.json")),
        reader.size("DAVIT_MAX_UPLOAD").orElse(DEFAULT_MAX_UPLOAD),
        Limits.read(reader),
        outboundAllow(reader),
        trustFile(reader),
        adminEmail(reader),
        reader.secret("DAVIT_ADMIN_PASSWORD").map(Secret::new).orElse(null),
        metricsToken(reader),
        Drain.read(reader),
        purgeDeadline(reader),
        auditRetention(reader),
        GoogleSettings.read(reader),
        MicrosoftSettings.read(reader),
        reader.flag("DAVIT_DEV_ALLOW_LOOPBACK").orElse(false),
        reader.duration("DAVIT_DEV_CLOCK_OFFSET").orElse(Duration.ZERO));
  }

  private static Duration purgeDeadline(SettingsReader reader) {
    return reader
        .duration("DAVIT_PURGE_DEADLINE", LEAST_PURGE_DEADLINE, MOST_PURGE_DEADLINE)
        .orElse(DEFAULT_PURGE_DEADLINE);
  }

  private static Duration auditRetention(SettingsReader reader) {
    return reader
        .duration("DAVIT_AUDIT_RETENTION", LEAST_AUDIT_RETENTION, MOST_AUDIT_RETENTION)
        .orElse(DEFAULT_AUDIT_RETENTION);
  }

  private static boolean registration(SettingsReader reader) {
    return reader
        .parsed(
            "DAVIT_REGISTRATION",
            "open or closed",
            text -> Set.of("open", "closed").contains(text) ? text : null)
        .filter("open"::equals)
        .isPresent();
  }

  private static @Nullable Secret metricsToken(SettingsReader reader) {
    Optional<String> token = reader.secret("DAVIT_METRICS_TOKEN");
    token
        .filter(text -> !TOKEN.matcher(text).matches())
        .ifPresent(
            text ->
                reader.fault(
                    "DAVIT_METRICS_TOKEN is not a token of 16 to 512 letters, digits and signs"
                        + " without a space; `openssl rand -hex 32` makes one."));
    return token.map(Secret::new).orElse(null);
  }

  private static @Nullable Path trustFile(SettingsReader reader) {
    Optional<Path> file = reader.path("DAVIT_TRUST_FILE");
    if (file.isPresent() && !Files.isReadable(file.get())) {
      reader.fault("DAVIT_TRUST_FILE names " + file.get() + ", which can't be read.");
    }
    return file.orElse(null);
  }

  private static @Nullable String adminEmail(SettingsReader reader) {
    Optional<String> email = reader.text("DAVIT_ADMIN_EMAIL");
    if (email.isPresent() != reader.isNamed("DAVIT_ADMIN_PASSWORD")) {
      reader.fault("DAVIT_ADMIN_EMAIL and DAVIT_ADMIN_PASSWORD go together: set both or none.");
    }
    return email.orElse(null);
  }

  private static List<AllowRule> outboundAllow(SettingsReader reader) {
    return reader
        .text("DAVIT_OUTBOUND_ALLOW")
        .map(text -> Arrays.stream(text.split(",", -1)).map(String::strip).toList())
        .orElse(List.of())
        .stream()
        .flatMap(rule -> allowRule(reader, rule).stream())
        .toList();
  }

  private static Optional<AllowRule> allowRule(SettingsReader reader, String rule) {
    try {
      return Optional.of(AllowRule.parse(rule));
    } catch (CloudException | IllegalArgumentException e) {
      reader.fault("DAVIT_OUTBOUND_ALLOW has the entry \"" + rule + "\": " + e.getMessage());
      return Optional.empty();
    }
  }
}

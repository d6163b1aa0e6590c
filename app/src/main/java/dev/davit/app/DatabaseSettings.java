package dev.davit.app;

import dev.davit.persistence.sql.SqlLimits;
import dev.davit.persistence.sql.SqlSettings;
import dev.davit.ports.Secret;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the operator has decided of the database.
 *
 * @param url as JDBC has it, without credentials
 * @param user who logs in there; null for SQLite, which knows no users
 * @param password that user's; empty if the server asks for none
 * @param limits of this node's connections to it
 */
record DatabaseSettings(String url, @Nullable String user, Secret password, SqlLimits limits) {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRESQL = "jdbc:postgresql:";
  private static final int USUAL_PORT = 5432;

  private static final List<String> LOGIN =
      List.of("DAVIT_DATABASE_USER", "DAVIT_DATABASE_PASSWORD", "DAVIT_DATABASE_PASSWORD_FILE");
  private static final String WITHOUT_POSTGRESQL =
      "DAVIT_DATABASE_URL names no PostgreSQL: set jdbc:postgresql://HOST/DATABASE there, or"
          + " remove it";

  private static final String SERVER = "(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::\\d{1,5})?";

  /** One or more hosts, the database, and perhaps options of the driver. */
  private static final Pattern POSTGRESQL_URL =
      Pattern.compile(
          "jdbc:postgresql://" + SERVER + "(," + SERVER + ")*/[^/?#@\\s]+(\\?[^#\\s]*)?");

  /** Options of the driver that hold what only a setting of its own may hold. */
  private static final Pattern CREDENTIALS =
      Pattern.compile(".*(//[^/?]*@|[?&](user|password|sslpassword)=).*", Pattern.CASE_INSENSITIVE);

  /** What the settings say. Faults are noted in the reader, never with the address. */
  static DatabaseSettings read(SettingsReader reader, Path data) {
    String url = url(reader).orElse(SQLITE + data.resolve("davit.db"));
    Optional<String> user = reader.text("DAVIT_DATABASE_USER");
    Optional<String> password = reader.secret("DAVIT_DATABASE_PASSWORD");
    if (!url.startsWith(POSTGRESQL)) {
      refuseLogin(reader);
    } else if (user.isEmpty()) {
      reader.fault("DAVIT_DATABASE_USER is missing: PostgreSQL needs to know who logs in.");
    }
    return new DatabaseSettings(
        url, user.orElse(null), new Secret(password.orElse("")), DatabaseLimits.read(reader));
  }

  /** These as the adapter takes them. */
  SqlSettings toSql(InstantSource clock) {
    SqlSettings settings = SqlSettings.of(url).withClock(clock).withLimits(limits);
    return user == null ? settings : settings.withLogin(user, password);
  }

  private static Optional<String> url(SettingsReader reader) {
    if (reader.text("DAVIT_DATABASE_URL").filter(DatabaseSettings::hasCredentials).isPresent()) {
      reader.fault(
          "DAVIT_DATABASE_URL holds credentials: take them out, and set DAVIT_DATABASE_USER and"
              + " DAVIT_DATABASE_PASSWORD (or DAVIT_DATABASE_PASSWORD_FILE).");
      return reader.text("DAVIT_DATABASE_URL");
    }
    return reader.parsed(
        "DAVIT_DATABASE_URL",
        "a database of a kind that this server knows: jdbc:sqlite:FILE or"
            + " jdbc:postgresql://HOST[:PORT]/DATABASE",
        text -> isKnown(text) ? text : null);
  }

  private static boolean hasCredentials(String url) {
    return url.startsWith(POSTGRESQL) && CREDENTIALS.matcher(url).matches();
  }

  private static boolean isKnown(String url) {
    return POSTGRESQL_URL.matcher(url).matches()
        || (url.startsWith(SQLITE) && url.length() > SQLITE.length());
  }

  private static void refuseLogin(SettingsReader reader) {
    reader.refuse(LOGIN, WITHOUT_POSTGRESQL);
    reader.refuse(DatabaseLimits.NAMES, WITHOUT_POSTGRESQL);
  }

  /** Whether several nodes can share it. */
  boolean isShared() {
    return url.startsWith(POSTGRESQL);
  }

  /** Which one it is, for people; nothing that its address may hold as an option. */
  String described() {
    return isShared()
        ? "PostgreSQL at " + withoutOptions().substring("jdbc:postgresql://".length())
        : "SQLite in " + withoutOptions().substring(SQLITE.length());
  }

  /** Where its servers listen; none for SQLite. */
  List<HostAndPort> servers() {
    if (!isShared()) {
      return List.of();
    }
    String hosts = withoutOptions().substring("jdbc:postgresql://".length());
    return Arrays.stream(hosts.substring(0, hosts.indexOf('/')).split(",", -1))
        .map(server -> HostAndPort.parse(server, USUAL_PORT))
        .toList();
  }

  private String withoutOptions() {
    int options = url.indexOf('?');
    return options < 0 ? url : url.substring(0, options);
  }
}

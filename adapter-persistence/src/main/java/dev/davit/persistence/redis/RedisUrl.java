package dev.davit.persistence.redis;

import dev.davit.persistence.redis.RedisSettings.Kind;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The grammar of Redis' addresses. What it says of a wrong one holds no part of it. */
final class RedisUrl {
  private static final Pattern FORM =
      Pattern.compile(
          "redis(?<tls>s?)(?<kind>|-sentinel|-cluster)://(?:(?<login>[^@/?#]*)@)?"
              + "(?<hosts>[^@/?#]+)(?:/(?<database>[0-9]{0,4}))?(?:#(?<name>[\\w.-]+))?");
  private static final Pattern HOST =
      Pattern.compile(
          "(?:(?<name>[A-Za-z0-9._-]+)|\\[(?<v6>[0-9A-Fa-f:.]+)])(?::(?<port>\\d{1,5}))?");
  private static final int REDIS_PORT = 6379;
  private static final int SENTINEL_PORT = 26379;
  private static final int MOST_PORT = 65_535;
  private static final String EXAMPLES =
      ": write redis://:password@host:6379/0,"
          + " redis-sentinel://:password@host1:26379,host2:26379/0#name"
          + " or redis-cluster://:password@host1:6379,host2:6379 (rediss… for TLS)";

  private RedisUrl() {}

  static RedisSettings parse(String url) {
    Matcher form = FORM.matcher(url);
    if (!form.matches()) {
      throw fault("The address of Redis is not understood" + hint(url) + EXAMPLES);
    }
    Kind kind = kind(form.group("kind"));
    String name = orEmpty(form.group("name"));
    String database = orEmpty(form.group("database"));
    check(kind, name, database);
    return new RedisSettings(
            kind,
            nodes(kind, form.group("hosts")),
            !form.group("tls").isEmpty(),
            database.isEmpty() ? 0 : Integer.parseInt(database),
            name,
            null,
            null,
            null)
        .withLogin(user(form.group("login")), password(form.group("login")));
  }

  private static String hint(String url) {
    return url.indexOf('@') == url.lastIndexOf('@')
        ? ""
        : " (an @ within a password is written %40, a / %2F, a # %23, a : %3A, a % %25)";
  }

  private static Kind kind(String scheme) {
    return switch (scheme) {
      case "-sentinel" -> Kind.SENTINEL;
      case "-cluster" -> Kind.CLUSTER;
      default -> Kind.ALONE;
    };
  }

  private static void check(Kind kind, String name, String database) {
    if (kind == Kind.SENTINEL && name.isEmpty()) {
      throw fault("The address of the Sentinels lacks the primary's name at its end" + EXAMPLES);
    }
    if (kind != Kind.SENTINEL && !name.isEmpty()) {
      throw fault("Only the address of Sentinels ends in # and a name" + EXAMPLES);
    }
    if (kind == Kind.CLUSTER && !database.isEmpty() && Integer.parseInt(database) != 0) {
      throw fault("A Redis Cluster has no other database than 0" + EXAMPLES);
    }
  }

  private static List<RedisNode> nodes(Kind kind, String hosts) {
    int usual = kind == Kind.SENTINEL ? SENTINEL_PORT : REDIS_PORT;
    List<RedisNode> nodes =
        Arrays.stream(hosts.split(",", -1)).map(host -> node(host, usual)).toList();
    if (kind == Kind.ALONE && nodes.size() > 1) {
      throw fault("Of several hosts it must be said what they are" + EXAMPLES);
    }
    return nodes;
  }

  private static RedisNode node(String text, int usual) {
    Matcher host = HOST.matcher(text);
    if (!host.matches()) {
      throw fault("A host in the address of Redis is not understood" + EXAMPLES);
    }
    int port = host.group("port") == null ? usual : Integer.parseInt(host.group("port"));
    if (port < 1 || port > MOST_PORT) {
      throw fault("A port in the address of Redis is not from 1 to 65535" + EXAMPLES);
    }
    return new RedisNode(host.group("name") == null ? host.group("v6") : host.group("name"), port);
  }

  private static @Nullable String user(@Nullable String login) {
    String user = login == null ? "" : decoded(login.substring(0, colon(login)));
    return user.isEmpty() ? null : user;
  }

  private static @Nullable Secret password(@Nullable String login) {
    String password = login == null ? "" : decoded(login.substring(colon(login) + 1));
    return password.isEmpty() ? null : new Secret(password);
  }

  private static int colon(String login) {
    int colon = login.indexOf(':');
    if (colon < 0) {
      throw fault("Before the @ in the address of Redis there is no : and password" + EXAMPLES);
    }
    return colon;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw fault(
          "A % in the log-in of Redis' address is not followed by two digits; a % itself is"
              + " written %25");
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static CloudException fault(String message) {
    return new CloudException(ErrorKind.MISCONFIGURED, message);
  }
}

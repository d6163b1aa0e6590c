package dev.davit.persistence.sql;

import dev.davit.ports.Secret;

/** What programs of their own are told about their database: address, and user and password. */
final class Programs {
  private Programs() {}

  static String[] arguments(SqlSettings settings) {
    String user = settings.user();
    Secret password = settings.password();
    return user == null || password == null
        ? new String[] {settings.url()}
        : new String[] {settings.url(), user, password.reveal()};
  }

  static SqlSettings settings(String[] arguments) {
    SqlSettings settings = SqlSettings.of(arguments[0]);
    return arguments.length == 1
        ? settings
        : settings.withLogin(arguments[1], new Secret(arguments[2]));
  }
}

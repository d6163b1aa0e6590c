package dev.davit.emulator.google;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What accounts have granted to projects, until they take it back. Safe for use by several threads.
 */
final class Consents {
  private record Key(GoogleAccount account, String project) {}

  /**
   * One account's consent to one project.
   *
   * @param scopes all that was ever granted (web-server, "Incremental authorization")
   * @param offline whether a refresh token was granted with it
   */
  record Consent(Set<String> scopes, boolean offline) {
    private static final Consent NONE = new Consent(Set.of(), false);

    private Consent plus(Set<String> more, boolean alsoOffline) {
      Set<String> all = new LinkedHashSet<>(scopes);
      all.addAll(more);
      return new Consent(all, offline || alsoOffline);
    }
  }

  private final Map<Key, Consent> given = new HashMap<>();

  synchronized void give(
      GoogleAccount account, String project, Set<String> scopes, boolean offline) {
    Key key = new Key(account, project);
    given.put(key, given.getOrDefault(key, Consent.NONE).plus(scopes, offline));
  }

  synchronized Consent of(GoogleAccount account, String project) {
    return Optional.ofNullable(given.get(new Key(account, project))).orElse(Consent.NONE);
  }

  synchronized void takeBack(GoogleAccount account, String project) {
    given.remove(new Key(account, project));
  }

  /** The projects that have something of an account. */
  synchronized Set<String> projects(GoogleAccount account) {
    Set<String> projects = new LinkedHashSet<>();
    given.keySet().stream()
        .filter(key -> key.account().equals(account))
        .forEach(key -> projects.add(key.project()));
    return projects;
  }
}

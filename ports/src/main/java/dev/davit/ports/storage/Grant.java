package dev.davit.ports.storage;

import dev.davit.ports.Credential;
import java.util.Set;

/**
 * An account at a provider that was just opened.
 *
 * @param credential what to keep
 * @param subject the provider's unchanging name of the account: equal for the same account, however
 *     it was connected; at most 512 characters
 * @param label what the user knows the account by, such as a mail address; safe to show
 * @param scopes what was granted; empty where there are no scopes
 */
public record Grant(Credential credential, String subject, String label, Set<String> scopes) {
  public Grant {
    scopes = Set.copyOf(scopes);
  }
}

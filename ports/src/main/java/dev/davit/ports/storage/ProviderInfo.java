package dev.davit.ports.storage;

import dev.davit.ports.ProviderId;
import java.util.List;
import java.util.Set;

/**
 * A provider as users and clients see it.
 *
 * @param id its name in addresses and rows
 * @param name its name on a page
 * @param capabilities what its storages can do beyond what all can; exactly the accessors of {@link
 *     Storage} that answer something
 * @param fields what to ask the user for when connecting, in order; empty unless it authenticates
 *     by fields
 * @param pageLogin whether it may be connected on the server's own page, too; exactly where {@link
 *     FieldLogin#pageLogin()} answers something
 */
public record ProviderInfo(
    ProviderId id,
    String name,
    Set<Capability> capabilities,
    List<FieldSpec> fields,
    boolean pageLogin,
    List<GrantsPage> grantsPages) {
  public ProviderInfo {
    capabilities = Set.copyOf(capabilities);
    fields = List.copyOf(fields);
    grantsPages = List.copyOf(grantsPages);
  }

  /** A provider that revokes what it is asked to. */
  public ProviderInfo(
      ProviderId id,
      String name,
      Set<Capability> capabilities,
      List<FieldSpec> fields,
      boolean pageLogin) {
    this(id, name, capabilities, fields, pageLogin, List.of());
  }

  /** The same, without a page of its own to log in on. */
  public ProviderInfo(
      ProviderId id, String name, Set<Capability> capabilities, List<FieldSpec> fields) {
    this(id, name, capabilities, fields, false);
  }

  /** This, where only users can take back what they granted. */
  public ProviderInfo withGrantsPages(List<GrantsPage> pages) {
    return new ProviderInfo(id, name, capabilities, fields, pageLogin, pages);
  }
}

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
 */
public record ProviderInfo(
    ProviderId id, String name, Set<Capability> capabilities, List<FieldSpec> fields) {
  public ProviderInfo {
    capabilities = Set.copyOf(capabilities);
    fields = List.copyOf(fields);
  }
}

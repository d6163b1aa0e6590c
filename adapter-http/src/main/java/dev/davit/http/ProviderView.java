package dev.davit.http;

import dev.davit.ports.storage.ProviderInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider: whether its operator has set it up, how an account there is connected, what its
 * storages can do.
 *
 * @param id its name in addresses
 * @param name its name on a page
 * @param configured whether it is offered; where it is not, nothing but its name is said
 * @param authentication {@code oauth}, {@code fields}, or {@code operator}, of which users have no
 *     connections
 * @param capabilities what its storages can do beyond what all can
 * @param fields which fields to ask for when connecting
 * @param pageLogin whether one may log in on its server's own page instead
 * @param grantsPages where users take back what they have granted; empty where disconnecting does
 */
record ProviderView(
    String id,
    String name,
    boolean configured,
    @Nullable String authentication,
    List<String> capabilities,
    List<FieldView> fields,
    boolean pageLogin,
    List<GrantsPageView> grantsPages)
    implements View {

  static ProviderView of(ProviderInfo info, boolean oauth) {
    return new ProviderView(
        info.id().value(),
        info.name(),
        true,
        oauth ? "oauth" : info.fields().isEmpty() ? "operator" : "fields",
        info.capabilities().stream().map(Enum::name).sorted().toList(),
        info.fields().stream().map(FieldView::of).toList(),
        info.pageLogin(),
        info.grantsPages().stream().map(GrantsPageView::of).toList());
  }

  static ProviderView of(UnconfiguredProvider provider) {
    return new ProviderView(
        provider.id().value(),
        provider.name(),
        false,
        null,
        List.of(),
        List.of(),
        false,
        List.of());
  }
}

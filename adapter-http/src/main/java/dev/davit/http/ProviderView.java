package dev.davit.http;

import dev.davit.ports.storage.ProviderInfo;
import java.util.List;

/**
 * A provider: what its storages can do, which fields to ask for when connecting, and whether one
 * may log in on its own page instead.
 */
record ProviderView(
    String id, String name, List<String> capabilities, List<FieldView> fields, boolean pageLogin)
    implements View {

  static ProviderView of(ProviderInfo info) {
    return new ProviderView(
        info.id().value(),
        info.name(),
        info.capabilities().stream().map(Enum::name).sorted().toList(),
        info.fields().stream().map(FieldView::of).toList(),
        info.pageLogin());
  }
}

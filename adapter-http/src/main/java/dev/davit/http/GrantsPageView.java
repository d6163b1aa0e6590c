package dev.davit.http;

import dev.davit.ports.storage.GrantsPage;

/** Where users take back what they have granted, for some of the accounts. */
record GrantsPageView(String whose, String address) implements View {

  static GrantsPageView of(GrantsPage page) {
    return new GrantsPageView(page.whose(), page.address().toString());
  }
}

package dev.davit.webdav;

import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;

/** Lists one page of a folder in a JVM of its own: prints how many entries, and which is last. */
final class HugeFolder {
  private HugeFolder() {}

  public static void main(String[] args) {
    try (WebDavProvider provider = new WebDavProvider(Davs.loopback(), Davs.settings())) {
      Listing page =
          provider
              .open(Davs.source(Davs.fields(args[0])))
              .list(new ListRequest(EntryId.ROOT, 1000, null));
      System.out.println(
          page.entries().size()
              + " "
              + page.entries().get(999).name()
              + " "
              + (page.next() != null));
    }
  }
}

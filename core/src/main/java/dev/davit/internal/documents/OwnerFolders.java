package dev.davit.internal.documents;

import dev.davit.internal.codec.Sha256;
import dev.davit.internal.providers.OpenedStorage;
import dev.davit.internal.providers.Operation;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Owner;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.Cursor;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.store.Document;
import dev.davit.ports.store.Stores;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Each owner's own folder in the application's storage, made when it is first needed. */
public final class OwnerFolders {
  private static final int RECENT = 20;

  private final Stores stores;

  public OwnerFolders(Stores stores) {
    this.stores = stores;
  }

  /** The folder of this owner; its name tells nothing of who that is. */
  EntryId find(Owner owner, ProviderId provider, OpenedStorage storage) {
    String name = Sha256.hex(owner.key());
    try {
      return storage
          .call(Operation.CREATE_FOLDER, opened -> opened.createFolder(EntryId.ROOT, name))
          .id();
    } catch (CloudException failure) {
      if (failure.kind() != ErrorKind.CONFLICT) {
        throw failure;
      }
      return known(owner, provider).orElseGet(() -> search(name, storage));
    }
  }

  private Optional<EntryId> known(Owner owner, ProviderId provider) {
    return stores.reading(tx -> tx.documents().list(owner, null, RECENT)).stream()
        .filter(document -> document.connection() == null)
        .filter(document -> document.provider().equals(provider))
        .map(Document::folder)
        .findFirst();
  }

  private static EntryId search(String name, OpenedStorage storage) {
    @Nullable Cursor cursor = null;
    do {
      ListRequest request = new ListRequest(EntryId.ROOT, ListRequest.MAX_LIMIT, cursor);
      Listing page = storage.call(Operation.LIST, opened -> opened.list(request));
      for (Entry entry : page.entries()) {
        if (entry.isFolder() && entry.name().equals(name)) {
          return entry.id();
        }
      }
      cursor = page.next();
    } while (cursor != null);
    throw new CloudException(
        ErrorKind.UNAVAILABLE, "The application's own storage can't be used just now.");
  }
}

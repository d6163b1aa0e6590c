package dev.davit.onedrive.internal.storage;

import dev.davit.outbound.transfer.Call;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.EntryId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Removes, a folder with all that is in it; of a shortcut never what it leads to. */
final class Removing {
  /** What is said where it can't be past the bin: there are clouds and tenants without that. */
  private static final Set<ErrorKind> NOT_PAST_THE_BIN =
      EnumSet.of(ErrorKind.PROVIDER_DENIED, ErrorKind.UNSUPPORTED, ErrorKind.INVALID_REQUEST);

  private final Tools tools;

  Removing(Tools tools) {
    this.tools = tools;
  }

  /** Into the recycle bin (Microsoft Graph: "Delete a DriveItem"). */
  void delete(EntryId id) {
    throwAway(seen(id));
  }

  /**
   * For good (Microsoft Graph: "driveItem: permanentDelete"); into the bin where that is denied.
   */
  void erase(EntryId id) {
    ItemId item = seen(id);
    try {
      remove(item, Call.of("POST", tools.client().at(item.spot().path() + "/permanentDelete")));
    } catch (CloudException e) {
      if (!NOT_PAST_THE_BIN.contains(e.kind())) {
        throw e;
      }
      throwAway(item);
    }
  }

  private ItemId seen(EntryId id) {
    ItemId item = Tops.notTop(id, "removed");
    tools.items().get(item);
    return item;
  }

  private void throwAway(ItemId item) {
    remove(item, Call.of("DELETE", tools.client().at(item.spot().path())));
  }

  private void remove(ItemId item, Call call) {
    tools
        .certainty()
        .of(
            () -> {
              tools.client().done(call);
              return true;
            },
            () ->
                tools.siblings().at(item.spot()).isEmpty() ? Optional.of(true) : Optional.empty());
  }

  /** Takes back what was made here, as far as that can be. */
  void takeBack(ItemId made) {
    try {
      throwAway(made);
    } catch (CloudException e) {
      // The failure that led here says more.
    }
  }
}

package dev.davit.onedrive.internal.storage;

import dev.davit.outbound.transfer.Call;
import dev.davit.ports.CloudException;
import dev.davit.ports.storage.EntryId;
import java.util.Optional;

/**
 * Removes into the recycle bin (Microsoft Graph: "Delete a DriveItem"), a folder with all that is
 * in it; of a shortcut never what it leads to.
 */
final class Removing {
  private final Tools tools;

  Removing(Tools tools) {
    this.tools = tools;
  }

  void delete(EntryId id) {
    ItemId item = Tops.notTop(id, "removed");
    tools.items().get(item);
    remove(item);
  }

  /** Removes what was just seen to be there. */
  private void remove(ItemId item) {
    Call call = Call.of("DELETE", tools.client().at(item.spot().path()));
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
      remove(made);
    } catch (CloudException e) {
      // The failure that led here says more.
    }
  }
}

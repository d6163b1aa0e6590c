package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Json;
import dev.davit.outbound.transfer.Call;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.Hints;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Moves and renames, in one request (Microsoft Graph: "Move a DriveItem to a new folder"). A
 * shortcut is moved itself, never what it leads to.
 */
final class Moving {
  private final Tools tools;

  Moving(Tools tools) {
    this.tools = tools;
  }

  Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    ItemId self = Tops.notTop(id, "moved");
    Json item = tools.items().get(self);
    Placing into = Placing.of(tools, folder);
    boolean stays = into.id().equals(Ancestry.parent(item));
    if (stays && name.equals(item.text("name"))) {
      return Entries.of(item);
    }
    requireSameDrive(self, into);
    if (!stays) {
      new Ancestry(tools.siblings()).requireOutside(item, into.folder());
    }
    return Entries.of(moved(self, into, into.destination(tools, item, name, conflict, self)));
  }

  private static void requireSameDrive(ItemId item, Placing into) {
    if (!item.drive().equals(into.id().drive())) {
      throw new CloudException(
          ErrorKind.UNSUPPORTED,
          "Microsoft can't move from one OneDrive to another. Copy it there, then delete it here.",
          Hints.capability("move"));
    }
  }

  private Json moved(ItemId self, Placing into, Destination to) {
    String name = to.name();
    while (true) {
      try {
        return moved(self, into, name, to.replaced() != null);
      } catch (CloudException e) {
        Optional<String> other =
            e.kind() == ErrorKind.CONFLICT ? to.others().next() : Optional.empty();
        name = other.orElseThrow(() -> e);
      }
    }
  }

  /** Moves; what has the name goes at once with it, where that is to be replaced. */
  Json moved(ItemId self, Placing into, String name, boolean replaces) {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("parentReference", into.reference());
    change.put("name", name);
    Call call =
        Call.of(
                "PATCH",
                tools
                    .client()
                    .at(
                        self.spot().path(),
                        "@microsoft.graph.conflictBehavior",
                        replaces ? "replace" : "fail",
                        "$select",
                        Entries.FIELDS))
            .with(Json.payload(change));
    return tools.certainty().of(() -> answered(call, self), () -> done(self, into, name));
  }

  private Json answered(Call call, ItemId self) {
    Json item = tools.client().json(call);
    return Entries.id(item).equals(self) ? item : tools.items().get(self);
  }

  private Optional<Json> done(ItemId self, Placing into, String name) {
    return tools
        .siblings()
        .at(self.spot())
        .filter(now -> name.equals(now.text("name")))
        .filter(now -> into.id().equals(Ancestry.parent(now)));
  }
}

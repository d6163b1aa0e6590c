package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Answer;
import dev.davit.onedrive.internal.http.Faults;
import dev.davit.onedrive.internal.http.GraphClient;
import dev.davit.onedrive.internal.http.Json;
import dev.davit.outbound.transfer.Call;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Copying;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Copies at Microsoft, which takes an order for it and says at another address how far it is
 * (Microsoft Graph: "driveItem: copy"). Of a shortcut what it leads to is copied. What is to be
 * replaced is replaced by a move at the end, since not all accounts can copy over something.
 */
final class Copier implements Copying {
  private final Tools tools;
  private final Monitor monitor;

  Copier(Tools tools) {
    this.tools = tools;
    this.monitor = new Monitor(tools.client(), tools.pacing().pauses());
  }

  @Override
  public Entry copy(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    Tops.notTop(id, "copied");
    Json item = tools.items().content(id);
    Placing into = Placing.of(tools, folder);
    Destination to = into.destination(tools, item, name, conflict, null);
    new Ancestry(tools.siblings()).requireOutside(item, into.folder());
    Json old = to.replaced();
    if (old == null) {
      return Entries.of(copied(item, into, to));
    }
    if (Entries.id(old).equals(Entries.id(item))) {
      throw Conflicts.taken();
    }
    return Entries.of(replaced(item, into, name));
  }

  private Json copied(Json item, Placing into, Destination to) {
    String name = to.name();
    while (true) {
      try {
        return copied(item, into, name);
      } catch (CloudException e) {
        Optional<String> other =
            e.kind() == ErrorKind.CONFLICT ? to.others().next() : Optional.empty();
        name = other.orElseThrow(() -> e);
      }
    }
  }

  /** Under a name of its own first, then to where the other is. */
  private Json replaced(Json item, Placing into, String name) {
    String free =
        tools
            .siblings()
            .others(into.id().spot(), name, Ancestry.mark(item))
            .next()
            .orElseThrow(Conflicts::taken);
    ItemId copy = Entries.id(copied(item, into, free));
    try {
      return new Moving(tools).moved(copy, into, name, true);
    } catch (CloudException e) {
      new Removing(tools).takeBack(copy);
      throw e;
    }
  }

  private Json copied(Json item, Placing into, String name) {
    Json copy = made(item, into, name);
    if (!name.equalsIgnoreCase(copy.text("name"))) {
      // Somebody was faster, and Microsoft took another name by itself.
      new Removing(tools).takeBack(Entries.id(copy));
      throw Conflicts.taken();
    }
    return copy;
  }

  private Json made(Json item, Placing into, String name) {
    Spot there = into.id().spot().child(name);
    try {
      return monitor
          .await(order(item, into, name))
          .map(id -> new ItemId(into.id().drive(), id))
          .filter(ItemId::isSane)
          .flatMap(id -> tools.siblings().at(id.spot()))
          .orElseGet(() -> tools.items().at(there));
    } catch (CloudException e) {
      if (!Faults.isUndecided(e)) {
        throw e;
      }
      return seen(item, there).orElseThrow(() -> e);
    }
  }

  /** Gives the order, once: a second one might be carried out, too. */
  private URI order(Json item, Placing into, String name) {
    Map<String, Object> body = Map.of("parentReference", into.reference(), "name", name);
    URI uri =
        tools
            .client()
            .at(
                Entries.id(item).content().spot().part("copy"),
                "@microsoft.graph.conflictBehavior",
                "fail");
    try (Answer answer =
        GraphClient.succeeded(tools.client().send(Call.of("POST", uri).with(Json.payload(body))))) {
      return tools.client().endpoints().bare(answer.header("Location"));
    }
  }

  /** The copy that an order without an answer has made, where it can be told to be whole. */
  private Optional<Json> seen(Json item, Spot there) {
    return monitor.look(
        () ->
            tools
                .siblings()
                .at(there)
                .filter(copy -> Entries.isFolder(copy) == Entries.isFolder(item))
                .filter(copy -> String.valueOf(copy.number("size")).equals(size(item))));
  }

  private static String size(Json item) {
    return String.valueOf(item.number("size"));
  }
}

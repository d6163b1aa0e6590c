package dev.davit.http;

import dev.davit.DefaultStorages;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.ProviderId;
import dev.davit.ports.storage.EntryId;
import java.util.List;

/** Where a user's new documents go. */
final class DefaultStorageRoutes {
  private static final String PATH = "/api/users/me/default-storage";

  private final DefaultStorages storages;

  DefaultStorageRoutes(DefaultStorages storages) {
    this.storages = storages;
  }

  List<Route> routes() {
    Answer one = Answer.of(200, DefaultStorageView.class);
    return List.of(
        Route.get(PATH, Access.USER, one, this::show).may(ProblemType.NOT_FOUND),
        Route.patch(PATH, Access.USER, one, this::choose)
            .withBody(Body.json(List.of("provider"), List.of("connection_id", "folder_id")))
            .may(ProblemSets.STORAGE)
            .may(ProblemType.CONFLICT));
  }

  private void show(Call call) {
    call.answer(200, DefaultStorageView.of(storages.get(call.caller())));
  }

  private void choose(Call call) {
    Fields body = call.body();
    String connection = body.get("connection_id");
    String folder = body.get("folder_id");
    call.answer(
        200,
        DefaultStorageView.of(
            storages.set(
                call.caller(),
                new ProviderId(body.require("provider")),
                connection == null ? null : new ConnectionId(connection),
                folder == null ? null : new EntryId(folder))));
  }
}

package dev.davit.http;

import dev.davit.Caller;
import dev.davit.Files;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Moving, renaming and copying within a connection. */
final class MoveRoutes {
  private static final Body WHERE = Body.json(List.of("folder_id"), List.of("name", "conflict"));

  private final Files files;

  MoveRoutes(Files files) {
    this.files = files;
  }

  List<Route> routes() {
    return List.of(
        Route.post(
                FileRoutes.ENTRY + "/move",
                Access.USER,
                Answer.of(200, EntryView.class),
                this::move)
            .withBody(WHERE)
            .may(ProblemSets.STORAGE)
            .may(ProblemType.CONFLICT),
        Route.post(
                FileRoutes.ENTRY + "/copy",
                Access.USER,
                Answer.of(201, EntryView.class),
                this::copy)
            .withBody(WHERE)
            .may(ProblemSets.STORAGE)
            .may(ProblemType.CONFLICT, ProblemType.QUOTA_EXCEEDED, ProblemType.UNSUPPORTED));
  }

  private void move(Call call) {
    call.answer(200, EntryView.of(placed(call, files::move)));
  }

  private void copy(Call call) {
    FileRoutes.created(call, placed(call, files::copy));
  }

  private Entry placed(Call call, Placing placing) {
    Fields body = call.body();
    EntryId folder = new EntryId(body.require("folder_id"));
    ConflictPolicy conflict = FileRoutes.policy(body);
    return placing.place(
        call.caller(),
        FileRoutes.connection(call),
        FileRoutes.entry(call),
        folder,
        name(call, body.get("name")),
        conflict);
  }

  /** The name that was asked for, or else the one that the entry has now. */
  private String name(Call call, @Nullable String wanted) {
    return wanted == null
        ? files.stat(call.caller(), FileRoutes.connection(call), FileRoutes.entry(call)).name()
        : wanted;
  }

  /** {@link Files#move} or {@link Files#copy}. */
  private interface Placing {
    Entry place(
        Caller caller,
        ConnectionId connection,
        EntryId id,
        EntryId folder,
        String name,
        ConflictPolicy conflict);
  }
}

package dev.davit.http;

import dev.davit.Files;
import dev.davit.NewFile;
import dev.davit.ports.ConnectionId;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files and folders of a connection. */
final class FileRoutes {
  static final String ENTRY = "/api/cloud/connections/{id}/files/{entry_id}";

  private final Files files;

  FileRoutes(Files files) {
    this.files = files;
  }

  List<Route> routes() {
    Answer made = Answer.of(201, EntryView.class);
    return List.of(
        Route.get(ENTRY, Access.USER, Answer.of(200, EntryView.class), this::stat)
            .may(ProblemSets.STORAGE),
        Route.delete(ENTRY, Access.USER, Answer.empty(204), this::delete)
            .may(ProblemSets.STORAGE)
            .may(ProblemType.CONFLICT),
        Route.get(
                ENTRY + "/content",
                Access.USER,
                Answer.bytes(MediaTypes.BYTES, 200, 206, 304),
                this::content)
            .may(ProblemSets.STORAGE)
            .may(ProblemType.RANGE_NOT_SATISFIABLE),
        Route.post(ENTRY + "/upload", Access.USER, made, this::upload)
            .withQuery("name", "conflict")
            .withBody(Body.FILE)
            .may(ProblemSets.STORAGE)
            .may(ProblemType.CONFLICT, ProblemType.PRECONDITION_FAILED, ProblemType.QUOTA_EXCEEDED),
        Route.post(ENTRY + "/folder", Access.USER, made, this::createFolder)
            .withBody(Body.json(List.of("name"), List.of()))
            .may(ProblemSets.STORAGE)
            .may(ProblemType.CONFLICT, ProblemType.QUOTA_EXCEEDED));
  }

  private void stat(Call call) {
    call.answer(200, EntryView.of(files.stat(call.caller(), connection(call), entry(call))));
  }

  private void delete(Call call) {
    files.delete(call.caller(), connection(call), entry(call));
    call.empty(204);
  }

  private void content(Call call) throws IOException {
    ConnectionId connection = connection(call);
    Entry entry = files.stat(call.caller(), connection, entry(call));
    if (entry.isFolder()) {
      throw Texts.refused("A folder has no content; list its children.");
    }
    Downloads.send(
        call,
        new Downloadable(
            entry.name(),
            entry.size(),
            entry.etag(),
            entry.contentType(),
            range -> files.read(call.caller(), connection, entry.id(), range)));
  }

  private void upload(Call call) {
    ConflictPolicy conflict = policy(call.query());
    String ifMatch = ifMatch(call);
    Entry entry =
        Uploads.take(
            call,
            upload ->
                files.write(
                    call.caller(),
                    connection(call),
                    new NewFile(
                        entry(call),
                        upload.name(),
                        upload.content(),
                        upload.contentType(),
                        conflict,
                        ifMatch)));
    created(call, entry);
  }

  private static @Nullable String ifMatch(Call call) {
    String header = call.request().getHeader("If-Match");
    if (header != null && Etags.clean(header) == null) {
      throw Texts.refused("if_match", "The header If-Match must be one entity tag.");
    }
    return header;
  }

  private void createFolder(Call call) {
    String name = call.body().require("name");
    created(call, files.createFolder(call.caller(), connection(call), entry(call), name));
  }

  static void created(Call call, Entry entry) {
    String connection = connection(call).value();
    call.created(
        "/api/cloud/connections/" + connection + "/files/" + entry.id(), EntryView.of(entry));
  }

  static ConflictPolicy policy(Fields fields) {
    return switch (fields.get("conflict", "fail")) {
      case "fail" -> ConflictPolicy.FAIL;
      case "replace" -> ConflictPolicy.REPLACE;
      case "rename" -> ConflictPolicy.RENAME;
      default -> throw Texts.refused("conflict", "The conflict is fail, replace or rename.");
    };
  }

  static ConnectionId connection(Call call) {
    return new ConnectionId(call.path("id"));
  }

  static EntryId entry(Call call) {
    return new EntryId(call.path("entry_id"));
  }
}

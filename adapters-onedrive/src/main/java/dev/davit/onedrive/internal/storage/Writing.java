package dev.davit.onedrive.internal.storage;

import dev.davit.onedrive.internal.http.Json;
import dev.davit.onedrive.internal.upload.Fingerprint;
import dev.davit.onedrive.internal.upload.Upload;
import dev.davit.outbound.transfer.Call;
import dev.davit.outbound.transfer.Spool;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes files and folders. */
final class Writing {
  private final Tools tools;

  Writing(Tools tools) {
    this.tools = tools;
  }

  /**
   * Makes a folder. After a lost answer one that is there is this one's only if nobody has put
   * anything into it: nothing else tells it from another's.
   */
  Entry createFolder(EntryId parent, String name) {
    Spot folder = tools.items().folder(parent);
    String checked = Names.checked(name);
    if (tools.siblings().named(folder, checked).isPresent()) {
      throw Conflicts.taken();
    }
    Json made =
        tools.certainty().ofNew(() -> made(folder, checked), () -> claimed(folder, checked));
    return Entries.of(whole(made, folder));
  }

  private Json made(Spot folder, String name) {
    Map<String, Object> body =
        Map.of("name", name, "folder", Map.of(), "@microsoft.graph.conflictBehavior", "fail");
    Call call = Call.of("POST", tools.client().at(folder.part("children")));
    Json made = tools.client().json(call.with(Json.payload(body)));
    Entries.required(made.text("id"));
    return made;
  }

  private Optional<Json> claimed(Spot folder, String name) {
    return tools.siblings().named(folder, name).filter(Writing::isEmptyFolder);
  }

  private static boolean isEmptyFolder(Json item) {
    Json folder = item.object("folder");
    return folder != null && Objects.equals(folder.number("childCount"), 0L);
  }

  Entry write(WriteRequest request) {
    WriteAttempt attempt = request.attempt();
    String etag = request.ifMatch();
    Destination to = destination(attempt, request.conflict(), etag);
    Upload upload = upload(to, request.conflict(), etag);
    try (Spool spool = Spool.of(request.content(), tools.spool())) {
      Fingerprint bytes = new Fingerprint(spool);
      Json file =
          tools.uploads().send(upload, bytes, to.others(), () -> requireMatch(upload, etag));
      Entry entry = Entries.of(whole(file, to.folder()));
      return bytes.isAltered(file) ? entry.asAltered() : entry;
    }
  }

  /** Looks where a file may be written. */
  Destination destination(WriteAttempt attempt, ConflictPolicy conflict, @Nullable String etag) {
    return tools
        .destinations()
        .find(
            new Destinations.Wish(
                tools.items().folder(attempt.folder()),
                Names.checked(attempt.name()),
                conflict,
                attempt.tag(),
                etag,
                null,
                true));
  }

  /** What is sent to get a file to where it is wanted; its etag as Graph writes it. */
  static Upload upload(Destination to, ConflictPolicy conflict, @Nullable String etag) {
    Json replaced = to.replaced();
    return new Upload(
        to.folder().path(),
        to.name(),
        replaced == null ? null : Entries.id(replaced).spot().path(),
        conflict == ConflictPolicy.REPLACE,
        etag == null || replaced == null ? null : replaced.text("eTag"));
  }

  /**
   * As close to the change as can be: Microsoft says of sessions that they depend on an etag when
   * they begin, and of simple uploads nothing.
   */
  private void requireMatch(Upload upload, @Nullable String etag) {
    if (etag != null) {
      Destinations.requireMatch(tools.siblings().at(new Spot(upload.target())), etag);
    }
  }

  /**
   * All that is wanted of an item, which the answer that made it may not tell. It is asked for by
   * its id: what has the name that was wanted may be somebody else's.
   *
   * @param folder that it is in
   */
  Json whole(Json item, Spot folder) {
    Json parent = item.object("parentReference");
    boolean told = parent != null && parent.text("driveId") != null && item.text("eTag") != null;
    return told ? item : tools.items().at(folder.inDrive(Entries.required(item.text("id"))));
  }

  /** An upload that was interrupted leaves nothing that is seen. */
  Optional<Entry> recover(WriteAttempt attempt) {
    try {
      return tools
          .siblings()
          .named(tools.items().folder(attempt.folder()), attempt.name())
          .filter(item -> !Entries.isFolder(item))
          .map(Entries::of);
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND || e.kind() == ErrorKind.INVALID_REQUEST) {
        return Optional.empty();
      }
      throw e;
    }
  }
}

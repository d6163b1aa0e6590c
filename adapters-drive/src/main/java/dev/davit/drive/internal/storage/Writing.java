package dev.davit.drive.internal.storage;

import com.google.api.services.drive.model.File;
import dev.davit.drive.internal.upload.Upload;
import dev.davit.outbound.transfer.Source;
import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes files and folders. */
final class Writing {
  private final Desk desk;
  private final Tools tools;

  Writing(Desk desk) {
    this.desk = desk;
    this.tools = Tools.of(desk);
  }

  Entry createFolder(EntryId parent, String name) {
    Destination to =
        tools
            .destinations()
            .find(Destinations.Wish.of(parent, Names.checked(name), ConflictPolicy.FAIL, ""));
    File made = tools.maker().folder(to.folder().file(), to.name());
    return Entries.of(tools.newcomers().settle(made, to, ""));
  }

  Entry write(WriteRequest request) {
    WriteAttempt attempt = request.attempt();
    String ifMatch = request.ifMatch();
    Destination to = tools.destinations().find(wish(request));
    Upload upload = upload(to, attempt, request.contentType());
    try (Source source = new Source(request.content())) {
      File made = tools.uploads().send(upload, source, () -> requireMatch(to, ifMatch));
      return settled(made, to, attempt.tag());
    }
  }

  private static Destinations.Wish wish(WriteRequest request) {
    WriteAttempt attempt = request.attempt();
    return new Destinations.Wish(
        attempt.folder(),
        Names.checked(attempt.name()),
        request.conflict(),
        attempt.tag(),
        request.ifMatch(),
        null,
        true);
  }

  /** What is sent to get a file to where it is wanted. */
  Upload upload(Destination to, WriteAttempt attempt, @Nullable String type) {
    File replaced = to.replaced();
    return new Upload(
        replaced == null ? tools.maker().id() : Entries.required(replaced.getId()),
        replaced != null,
        to.folder().file(),
        to.name(),
        attempt.tag(),
        type == null && replaced != null ? replaced.getMimeType() : type);
  }

  /** Only what is new can be in somebody's way. */
  private Entry settled(File made, Destination to, String mark) {
    return to.replaced() == null ? alone(made, to, mark) : seen(made);
  }

  Entry alone(File made, Destination to, String mark) {
    return Entries.of(tools.newcomers().settle(made, to, mark));
  }

  /** What somebody put into the bin while it was replaced is written again, so that it is seen. */
  Entry seen(File replaced) {
    return Entries.of(
        Boolean.TRUE.equals(replaced.getTrashed()) ? tools.removing().takeOut(replaced) : replaced);
  }

  /** As close to the change as can be: Google can't make that depend on anything. */
  private void requireMatch(Destination to, @Nullable String ifMatch) {
    File replaced = to.replaced();
    if (ifMatch != null && replaced != null && !isStill(replaced, ifMatch)) {
      throw Conflicts.changed();
    }
  }

  private boolean isStill(File replaced, String ifMatch) {
    return tools
        .lookup()
        .find(Entries.required(replaced.getId()))
        .filter(file -> !Boolean.TRUE.equals(file.getTrashed()))
        .filter(file -> Destinations.isMatch(file, ifMatch))
        .isPresent();
  }

  /** An upload that was interrupted leaves nothing that is seen. */
  Optional<Entry> recover(WriteAttempt attempt) {
    try {
      Folder folder = desk.folders().assumed(attempt.folder());
      return tools.siblings().named(folder, List.of(attempt.name())).stream()
          .filter(file -> !Entries.isFolder(file))
          .min(oursFirst(attempt.tag()))
          .map(Entries::of);
    } catch (CloudException e) {
      if (e.kind() == ErrorKind.NOT_FOUND || e.kind() == ErrorKind.INVALID_REQUEST) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Comparator<File> oursFirst(String tag) {
    return Comparator.<File, Boolean>comparing(file -> !Upload.isOf(file, tag))
        .thenComparing(Siblings.LATEST);
  }
}

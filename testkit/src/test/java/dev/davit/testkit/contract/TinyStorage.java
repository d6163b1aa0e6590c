package dev.davit.testkit.contract;

import dev.davit.ports.CloudException;
import dev.davit.ports.ErrorKind;
import dev.davit.ports.storage.ByteRange;
import dev.davit.ports.storage.Changes;
import dev.davit.ports.storage.ConflictPolicy;
import dev.davit.ports.storage.Content;
import dev.davit.ports.storage.Copying;
import dev.davit.ports.storage.Download;
import dev.davit.ports.storage.Entry;
import dev.davit.ports.storage.EntryId;
import dev.davit.ports.storage.ListRequest;
import dev.davit.ports.storage.Listing;
import dev.davit.ports.storage.Quotas;
import dev.davit.ports.storage.Search;
import dev.davit.ports.storage.Storage;
import dev.davit.ports.storage.UploadSessions;
import dev.davit.ports.storage.WriteAttempt;
import dev.davit.ports.storage.WriteRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A storage over a line: what a {@link TinyServer} has. */
record TinyStorage(TinyClient client) implements Storage {
  private static final byte[] NOTHING = {};

  static int status(ErrorKind kind) {
    return switch (kind) {
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      default -> 400;
    };
  }

  static ErrorKind kind(int status) {
    return switch (status) {
      case 401 -> ErrorKind.TOKEN_REJECTED;
      case 403 -> ErrorKind.PROVIDER_DENIED;
      case 404 -> ErrorKind.NOT_FOUND;
      case 409 -> ErrorKind.CONFLICT;
      case 412 -> ErrorKind.PRECONDITION_FAILED;
      case 423 -> ErrorKind.LOCKED;
      case 429 -> ErrorKind.RATE_LIMITED;
      case 507 -> ErrorKind.QUOTA_EXCEEDED;
      default -> status >= 500 ? ErrorKind.UNAVAILABLE : ErrorKind.PROTOCOL;
    };
  }

  private List<Entry> entries(String... words) {
    return entries(NOTHING, true, words);
  }

  private List<Entry> entries(byte[] body, boolean repeatable, String... words) {
    return TinyLine.entries(client.ask(String.join("/", words), body, repeatable))
        .orElseGet(this::nonsense);
  }

  private List<Entry> nonsense() {
    if (client.has(TinyFlaw.TAKES_A_PAGE_FOR_AN_EMPTY_ANSWER)) {
      return List.of();
    }
    throw new CloudException(ErrorKind.PROTOCOL, "That made no sense.");
  }

  private static Entry one(List<Entry> entries) {
    return entries.stream()
        .findFirst()
        .orElseThrow(() -> new CloudException(ErrorKind.PROTOCOL, "There is none."));
  }

  @Override
  public String origin() {
    return "tiny";
  }

  @Override
  public Listing list(ListRequest request) {
    return new Listing(entries("list", request.folder().value()), null);
  }

  @Override
  public Entry stat(EntryId id) {
    return one(entries("stat", id.value()));
  }

  @Override
  public Entry createFolder(EntryId parent, String name) {
    return one(entries("folder", parent.value(), TinyLine.word(name)));
  }

  @Override
  public Download read(EntryId id, @Nullable ByteRange range) {
    String part =
        range instanceof ByteRange.Between between
            ? "/" + between.first() + "/" + between.last()
            : "";
    byte[] bytes = client.ask("read/" + id.value() + part, NOTHING, true);
    return new Download(new ByteArrayInputStream(bytes), 0, null, null, null, null);
  }

  @Override
  public Entry write(WriteRequest request) {
    if (client.has(TinyFlaw.REMOVES_THE_OLD_FIRST)) {
      list(new ListRequest(request.attempt().folder(), 1000, null)).entries().stream()
          .filter(entry -> entry.name().equals(request.attempt().name()))
          .forEach(entry -> delete(entry.id()));
    }
    Content content = request.content();
    return one(
        entries(
            bytes(content),
            content.repeatable(),
            path("write", request.attempt()),
            request.conflict().name()));
  }

  private static byte[] bytes(Content content) {
    try (InputStream in = content.open()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new CloudException(ErrorKind.UNAVAILABLE, "It could not be read.", e);
    }
  }

  private static String path(String call, WriteAttempt attempt) {
    return String.join(
        "/", call, attempt.folder().value(), TinyLine.word(attempt.name()), attempt.tag());
  }

  @Override
  public Optional<Entry> recover(WriteAttempt attempt) {
    return entries(path("recover", attempt)).stream().findFirst();
  }

  @Override
  public Entry move(EntryId id, EntryId folder, String name, ConflictPolicy conflict) {
    return one(entries("move", id.value(), folder.value(), TinyLine.word(name), conflict.name()));
  }

  @Override
  public void delete(EntryId id) {
    entries("delete", id.value());
  }

  @Override
  public Optional<Search> search() {
    return Optional.empty();
  }

  @Override
  public Optional<Quotas> quotas() {
    return Optional.empty();
  }

  @Override
  public Optional<Changes> changes() {
    return Optional.empty();
  }

  @Override
  public Optional<Copying> copying() {
    return Optional.empty();
  }

  @Override
  public Optional<UploadSessions> uploadSessions() {
    return Optional.empty();
  }
}

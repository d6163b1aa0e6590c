package dev.davit.http;

import dev.davit.Audit;
import dev.davit.AuditPage;
import dev.davit.AuditQuery;
import dev.davit.ports.OwnerId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit log: one's own entries for everybody who has some, all of them for admins. */
final class AuditRoutes {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String WORD = "[a-z][a-z_.-]{0,63}";
  private static final String TIME = "\\d{4}-\\d{2}-\\d{2}T[0-9:.]{5,20}Z";

  private final Audit audit;

  AuditRoutes(Audit audit) {
    this.audit = audit;
  }

  List<Route> routes() {
    Answer entries = Answer.list(AuditView.class);
    return List.of(
        Route.get("/api/audit", Access.USER, entries, this::own)
            .withQuery("action", "outcome", "from", "to", "limit", "page_token")
            .may(ProblemType.INVALID_CURSOR),
        Route.get("/api/admin/audit", Access.ADMIN, entries, this::all)
            .withQuery("action", "outcome", "from", "to", "owner", "limit", "page_token")
            .may(ProblemType.INVALID_CURSOR),
        Route.get(
            "/api/admin/audit/checkpoint",
            Access.ADMIN,
            Answer.bytes(TEXT, 200),
            this::checkpoint));
  }

  private void own(Call call) {
    Fields query = call.query();
    AuditPage page =
        audit.own(call.caller(), asked(query), FolderRoutes.limit(query), query.get("page_token"));
    answer(call, page);
  }

  private void all(Call call) {
    Fields query = call.query();
    AuditPage page =
        audit.all(call.caller(), asked(query), FolderRoutes.limit(query), query.get("page_token"));
    answer(call, page);
  }

  private static void answer(Call call, AuditPage page) {
    List<AuditView> items = page.items().stream().map(AuditView::of).toList();
    call.answer(200, new PageView(items, page.nextPageToken(), null));
  }

  /** A line for a file, which {@code davit audit verify} takes. */
  private void checkpoint(Call call) {
    String line = audit.checkpoint().toText() + "\n";
    call.header("Content-Disposition", Disposition.attachment("davit-checkpoint.txt"));
    call.bytes(TEXT, line.getBytes(StandardCharsets.US_ASCII));
  }

  private static AuditQuery asked(Fields query) {
    return new AuditQuery(
        owner(query),
        word(query, "action"),
        word(query, "outcome"),
        time(query, "from"),
        time(query, "to"));
  }

  private static @Nullable OwnerId owner(Fields query) {
    String owner = query.get("owner");
    try {
      return owner == null ? null : new OwnerId(owner);
    } catch (IllegalArgumentException e) {
      throw Texts.refused("owner", "The parameter owner is no owner's id.");
    }
  }

  private static @Nullable String word(Fields query, String name) {
    String word = query.get(name);
    if (word != null && !word.matches(WORD)) {
      throw Texts.refused(name, "The parameter " + name + " is none of the audit log's words.");
    }
    return word;
  }

  private static @Nullable Instant time(Fields query, String name) {
    String text = query.get(name);
    if (text == null) {
      return null;
    }
    try {
      if (text.matches(TIME)) {
        return Instant.parse(text);
      }
    } catch (DateTimeParseException e) {
      throw noTime(name);
    }
    throw noTime(name);
  }

  private static RuntimeException noTime(String name) {
    return Texts.refused(
        name, "The parameter " + name + " must be a time such as 2026-01-31T12:00:00Z.");
  }
}

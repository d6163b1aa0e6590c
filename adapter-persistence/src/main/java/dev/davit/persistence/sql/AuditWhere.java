package dev.davit.persistence.sql;

import dev.davit.ports.store.AuditFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of entries of the audit log, as a condition with its values. */
record AuditWhere(List<String> conditions, List<Object> values) {
  static AuditWhere of(AuditFilter such) {
    String action = such.action();
    AuditWhere where =
        new AuditWhere(List.of(), List.of())
            .and("owner = ?", such.ownerKey())
            .and("outcome = ?", such.outcome())
            .and("happened_at >= ?", millis(such.from()))
            .and("happened_at < ?", millis(such.until()));
    return action != null && action.endsWith(".")
        ? where.and("substr(action, 1, length(?)) = ?", action, action)
        : where.and("action = ?", action);
  }

  /** The same and this condition, unless there is no value for it. */
  AuditWhere and(String condition, @Nullable Object... given) {
    List<Object> more = new ArrayList<>(values);
    for (Object value : given) {
      if (value == null) {
        return this;
      }
      more.add(value);
    }
    List<String> all = new ArrayList<>(conditions);
    all.add(condition);
    return new AuditWhere(all, more);
  }

  /** With WHERE, or empty. */
  String text() {
    return conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
  }

  Object[] values(int limit) {
    List<Object> all = new ArrayList<>(values);
    all.add(limit);
    return all.toArray();
  }

  private static @Nullable Object millis(@Nullable Instant time) {
    return time == null ? null : Times.millis(time);
  }
}

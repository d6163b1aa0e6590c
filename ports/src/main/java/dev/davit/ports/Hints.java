package dev.davit.ports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What helps to act on an error, apart from its words.
 *
 * @param connection the connection that it is about
 * @param choices the connections among which the caller must choose
 * @param field the field of the request that is at fault
 * @param capability the capability that is missing
 * @param reason a word of ours, where the kind is too coarse to say what to do: {@code
 *     access_denied}, {@code missing_scope}, {@code no_refresh_token} and {@code still_pending} of
 *     a connect by OAuth
 * @param documents how many documents are in the way
 */
public record Hints(
    @Nullable ConnectionId connection,
    List<ConnectionId> choices,
    @Nullable String field,
    @Nullable String capability,
    @Nullable String reason,
    @Nullable Long documents) {
  /** No hint at all. */
  public static final Hints NONE = new Hints(null, List.of(), null, null, null, null);

  public Hints {
    choices = List.copyOf(choices);
  }

  public static Hints connection(ConnectionId connection) {
    return new Hints(connection, List.of(), null, null, null, null);
  }

  public static Hints choices(List<ConnectionId> choices) {
    return new Hints(null, choices, null, null, null, null);
  }

  public static Hints field(String field) {
    return new Hints(null, List.of(), field, null, null, null);
  }

  public static Hints capability(String capability) {
    return new Hints(null, List.of(), null, capability, null, null);
  }

  public static Hints reason(String reason) {
    return new Hints(null, List.of(), null, null, reason, null);
  }

  public static Hints documents(long documents) {
    return new Hints(null, List.of(), null, null, null, documents);
  }

  /** The same with the connection that it is about. */
  public Hints withConnection(ConnectionId about) {
    return new Hints(about, choices, field, capability, reason, documents);
  }
}

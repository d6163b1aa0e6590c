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
 */
public record Hints(
    @Nullable ConnectionId connection,
    List<ConnectionId> choices,
    @Nullable String field,
    @Nullable String capability) {
  /** No hint at all. */
  public static final Hints NONE = new Hints(null, List.of(), null, null);

  public Hints {
    choices = List.copyOf(choices);
  }

  public static Hints connection(ConnectionId connection) {
    return new Hints(connection, List.of(), null, null);
  }

  public static Hints choices(List<ConnectionId> choices) {
    return new Hints(null, choices, null, null);
  }

  public static Hints field(String field) {
    return new Hints(null, List.of(), field, null);
  }

  public static Hints capability(String capability) {
    return new Hints(null, List.of(), null, capability);
  }
}

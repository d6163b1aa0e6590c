package dev.davit.ports;

/**
 * The id of a connection, minted by Davit and unique over all owners.
 *
 * @param value 1 to 64 characters, letters, digits, {@code -} and {@code _}; anything else can't be
 *     an id of ours and is answered as an unknown id would be: {@link ErrorKind#NOT_FOUND}
 */
public record ConnectionId(String value) {
  public ConnectionId {
    Ids.check("connection", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

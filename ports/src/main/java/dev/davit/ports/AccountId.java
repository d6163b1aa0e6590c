package dev.davit.ports;

/**
 * The id of a built-in account, minted by Davit.
 *
 * @param value 1 to 64 characters, letters, digits, {@code -} and {@code _}; anything else can't be
 *     an id of ours and is answered as an unknown id would be: {@link ErrorKind#NOT_FOUND}
 */
public record AccountId(String value) {
  public AccountId {
    Ids.check("account", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

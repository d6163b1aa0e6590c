package dev.davit.ports;

/**
 * The id of a job, minted by Davit.
 *
 * @param value 1 to 64 characters, letters, digits, {@code -} and {@code _}; anything else can't be
 *     an id of ours and is answered as an unknown id would be: {@link ErrorKind#NOT_FOUND}
 */
public record JobId(String value) {
  public JobId {
    Ids.check("job", value);
  }

  @Override
  public String toString() {
    return value;
  }
}

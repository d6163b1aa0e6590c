package dev.davit.ports;

/**
 * The host application's own name for an owner of storage: opaque to Davit, which only ever
 * compares it.
 *
 * @param value 1 to 255 characters without control characters and without half surrogate pairs:
 *     those have no UTF-8 of their own, and two such names would be one in a database
 */
public record OwnerId(String value) {
  public OwnerId {
    if (value.isEmpty() || value.length() > 255 || value.codePoints().anyMatch(OwnerId::barred)) {
      throw new IllegalArgumentException(
          "an owner id has 1 to 255 characters, none of them a control character or half a"
              + " surrogate pair");
    }
  }

  private static boolean barred(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }

  @Override
  public String toString() {
    return value;
  }
}

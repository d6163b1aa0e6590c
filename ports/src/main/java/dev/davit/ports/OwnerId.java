package dev.davit.ports;

/**
 * The host application's own name for an owner of storage: opaque to Davit, which only ever
 * compares it.
 *
 * @param value 1 to 255 characters without control characters
 */
public record OwnerId(String value) {
  public OwnerId {
    if (value.isEmpty()
        || value.length() > 255
        || value.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "an owner id has 1 to 255 characters, none of them a control character");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

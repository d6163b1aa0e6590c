package dev.davit.ports;

import java.util.Map;

/**
 * Named fields that the user typed, such as a server's address, a user name and a password. All are
 * kept as secrets, also those that are none by themselves.
 *
 * @param values by the names that the provider's {@code FieldSpec}s give
 */
public record SecretFields(Map<String, Secret> values) implements Credential {
  /** The credential of a provider that asks for none. */
  public static final SecretFields NONE = new SecretFields(Map.of());

  public SecretFields {
    values = Map.copyOf(values);
  }

  /**
   * The text of a field.
   *
   * @throws CloudException {@link ErrorKind#INVALID_REQUEST} naming the field, where it is missing
   */
  public String require(String name) {
    Secret value = values.get(name);
    if (value == null) {
      throw new CloudException(
          ErrorKind.INVALID_REQUEST, "The field " + name + " is missing.", Hints.field(name));
    }
    return value.reveal();
  }
}

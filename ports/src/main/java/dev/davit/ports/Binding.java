package dev.davit.ports;

/**
 * Where a sealed value belongs. It can be opened only there: the vault binds every part,
 * length-prefixed, as associated data, so that no ciphertext can be moved to another row, column or
 * owner.
 *
 * @param owner {@link Owner#key()}; empty for what belongs to the house itself
 * @param connection the connection's id, or what stands in its place; may be empty
 * @param provider the provider's id; may be empty
 * @param field what kind of value it is; never empty
 */
public record Binding(String owner, String connection, String provider, String field) {
  public Binding {
    if (field.isEmpty()) {
      throw new IllegalArgumentException("a binding names its field");
    }
  }
}

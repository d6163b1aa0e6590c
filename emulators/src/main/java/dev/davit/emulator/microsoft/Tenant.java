package dev.davit.emulator.microsoft;

/**
 * An organization's directory.
 *
 * @param id a GUID, in lower case
 * @param domain which names it as well
 */
public record Tenant(String id, String domain) {
  /** Where all personal accounts are (id-token-claims-reference, {@code iss}). */
  public static final Tenant PERSONAL =
      new Tenant("9188040d-6c67-4c5b-b112-36a304b66dad", "live.com");

  /** Whether an address may name it so. */
  boolean isNamed(String idOrDomain) {
    return id.equalsIgnoreCase(idOrDomain) || domain.equalsIgnoreCase(idOrDomain);
  }

  @Override
  public String toString() {
    return domain;
  }
}

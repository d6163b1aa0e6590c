package dev.davit.emulator.microsoft;

/**
 * Somebody with an account at Microsoft: a personal one, or one of work or school.
 *
 * @param oid what it is known by in its tenant, a GUID; a personal one begins with zeros
 *     (id-token-claims-reference, {@code oid})
 * @param tenant {@link Tenant#PERSONAL} for a personal one
 * @param email which may change, and is no key
 * @param name as it is shown
 */
public record MicrosoftAccount(String oid, Tenant tenant, String email, String name) {
  private static final int OF_PERSONAL = 19;

  /** Whether it belongs to nobody's organization. */
  public boolean isPersonal() {
    return tenant.equals(Tenant.PERSONAL);
  }

  /**
   * What Graph knows it by: the {@code oid}; of a personal one its last 16 digits only
   * (learn.microsoft.com/graph/api/resources/user).
   */
  public String graphId() {
    return isPersonal() ? oid.substring(OF_PERSONAL).replace("-", "") : oid;
  }

  @Override
  public String toString() {
    return email;
  }
}

package dev.davit.persistence.vault;

/** What a sealed value is; a part of what it is bound to. */
enum Purpose {
  /** Sealed with the keyset. */
  HOUSE("davit-1-house"),
  /** Sealed with an owner's data key. */
  OWNER("davit-1-owner"),
  /** An owner's data key, sealed with the keyset. */
  OWNER_KEY("davit-1-owner-key");

  private final String version;

  Purpose(String version) {
    this.version = version;
  }

  /** The version of the format and the purpose: what was sealed with one opens with no other. */
  String version() {
    return version;
  }
}

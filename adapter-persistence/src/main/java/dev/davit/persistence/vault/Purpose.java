package dev.davit.persistence.vault;

/** What a sealed value is; a part of what it is bound to. */
enum Purpose {
  /** Sealed with the keyset. */
  HOUSE,
  /** Sealed with an owner's data key. */
  OWNER,
  /** An owner's data key, sealed with the keyset. */
  OWNER_KEY
}

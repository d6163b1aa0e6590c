package dev.davit.ports.storage;

/** What only some storages can do; each is an accessor of {@link Storage}. */
public enum Capability {
  SEARCH,
  QUOTA,
  CHANGES,
  COPY,
  UPLOAD_SESSIONS
}

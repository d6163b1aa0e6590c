-- Everything that the store ports need. Ids are text, times are milliseconds since 1970, `owner` is
-- the owner's key (generation:id). Placeholder: prefix.

CREATE TABLE ${prefix}owners (
  id          TEXT    NOT NULL,
  generation  INTEGER NOT NULL,
  state       TEXT    NOT NULL,
  wrapped_key BLOB,
  created_at  INTEGER NOT NULL,
  PRIMARY KEY (id, generation),
  CHECK (state <> 'PURGED' OR wrapped_key IS NULL)
) STRICT;

CREATE TABLE ${prefix}owner_settings (
  owner              TEXT NOT NULL PRIMARY KEY,
  default_provider   TEXT,
  default_connection TEXT,
  default_folder     TEXT
) STRICT;

CREATE TABLE ${prefix}connections (
  id            TEXT    NOT NULL PRIMARY KEY,
  owner         TEXT    NOT NULL,
  provider      TEXT    NOT NULL,
  display_name  TEXT    NOT NULL,
  account_label TEXT    NOT NULL,
  subject       TEXT    NOT NULL,
  status        TEXT    NOT NULL,
  status_reason TEXT,
  listing_epoch INTEGER NOT NULL,
  created_at    INTEGER NOT NULL,
  last_used_at  INTEGER,
  UNIQUE (owner, provider, subject)
) STRICT;

CREATE INDEX ${prefix}connections_by_age ON ${prefix}connections (owner, created_at, id);

CREATE TABLE ${prefix}credentials (
  connection   TEXT    NOT NULL PRIMARY KEY REFERENCES ${prefix}connections (id) ON DELETE CASCADE,
  version      INTEGER NOT NULL,
  sealed       BLOB    NOT NULL,
  lease_holder TEXT,
  lease_until  INTEGER
) STRICT;

CREATE TABLE ${prefix}accounts (
  id            TEXT    NOT NULL PRIMARY KEY,
  email         TEXT    NOT NULL UNIQUE,
  role          TEXT    NOT NULL,
  password_hash TEXT    NOT NULL,
  created_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE ${prefix}sessions (
  id         TEXT    NOT NULL PRIMARY KEY,
  account    TEXT    NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX ${prefix}sessions_by_account ON ${prefix}sessions (account);
CREATE INDEX ${prefix}sessions_by_end ON ${prefix}sessions (expires_at);

CREATE TABLE ${prefix}documents (
  id           TEXT    NOT NULL PRIMARY KEY,
  owner        TEXT    NOT NULL,
  name         TEXT    NOT NULL,
  content_type TEXT    NOT NULL,
  state        TEXT    NOT NULL,
  provider     TEXT    NOT NULL,
  connection   TEXT,
  folder       TEXT    NOT NULL,
  stored_name  TEXT    NOT NULL,
  tag          TEXT    NOT NULL,
  entry        TEXT,
  size         INTEGER,
  sha256       TEXT,
  altered      INTEGER NOT NULL,
  created_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX ${prefix}documents_by_age ON ${prefix}documents (owner, created_at DESC, id);
CREATE INDEX ${prefix}documents_by_connection ON ${prefix}documents (owner, connection);

CREATE TABLE ${prefix}upload_sessions (
  document    TEXT    NOT NULL PRIMARY KEY REFERENCES ${prefix}documents (id) ON DELETE CASCADE,
  sealed      BLOB    NOT NULL,
  position    INTEGER NOT NULL,
  granularity INTEGER NOT NULL
) STRICT;

CREATE TABLE ${prefix}audit (
  sequence        INTEGER NOT NULL PRIMARY KEY,
  happened_at     INTEGER NOT NULL,
  action          TEXT    NOT NULL,
  outcome         TEXT    NOT NULL,
  owner           TEXT,
  actor           TEXT,
  request_id      TEXT,
  detail          TEXT,
  salt            TEXT,
  personal_digest BLOB    NOT NULL,
  previous        BLOB    NOT NULL,
  hash            BLOB    NOT NULL
) STRICT;

CREATE INDEX ${prefix}audit_by_owner ON ${prefix}audit (owner, sequence);

CREATE TABLE ${prefix}jobs (
  id           TEXT    NOT NULL PRIMARY KEY,
  kind         TEXT    NOT NULL,
  owner        TEXT    NOT NULL,
  subject      TEXT    NOT NULL,
  due_at       INTEGER NOT NULL,
  attempts     INTEGER NOT NULL,
  lease_holder TEXT,
  lease_until  INTEGER,
  last_failure TEXT
) STRICT;

CREATE INDEX ${prefix}jobs_by_due ON ${prefix}jobs (due_at, id);

CREATE TABLE ${prefix}flows (
  id         TEXT    NOT NULL PRIMARY KEY,
  sealed     BLOB    NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX ${prefix}flows_by_end ON ${prefix}flows (expires_at);

CREATE TABLE ${prefix}server_keys (
  name   TEXT NOT NULL PRIMARY KEY,
  sealed BLOB NOT NULL
) STRICT;

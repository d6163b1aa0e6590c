-- Everything that the store ports need. Ids are text, times are milliseconds since 1970, `owner` is
-- the owner's key (generation:id). Text is ordered as ASCII orders it. Placeholder: prefix.

CREATE TABLE ${prefix}owners (
  id          TEXT COLLATE "C" NOT NULL,
  generation  BIGINT           NOT NULL,
  state       TEXT COLLATE "C" NOT NULL,
  wrapped_key BYTEA,
  created_at  BIGINT           NOT NULL,
  PRIMARY KEY (id, generation),
  CHECK (state <> 'PURGED' OR wrapped_key IS NULL)
);

CREATE TABLE ${prefix}owner_settings (
  owner              TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  default_provider   TEXT COLLATE "C",
  default_connection TEXT COLLATE "C",
  default_folder     TEXT COLLATE "C"
);

CREATE TABLE ${prefix}connections (
  id            TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  owner         TEXT COLLATE "C" NOT NULL,
  provider      TEXT COLLATE "C" NOT NULL,
  display_name  TEXT COLLATE "C" NOT NULL,
  account_label TEXT COLLATE "C" NOT NULL,
  subject       TEXT COLLATE "C" NOT NULL,
  status        TEXT COLLATE "C" NOT NULL,
  status_reason TEXT COLLATE "C",
  listing_epoch BIGINT           NOT NULL,
  created_at    BIGINT           NOT NULL,
  last_used_at  BIGINT,
  UNIQUE (owner, provider, subject)
);

CREATE INDEX ${prefix}connections_by_age ON ${prefix}connections (owner, created_at, id);

CREATE TABLE ${prefix}credentials (
  connection   TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES ${prefix}connections (id) ON DELETE CASCADE,
  version      BIGINT           NOT NULL,
  sealed       BYTEA            NOT NULL,
  lease_holder TEXT COLLATE "C",
  lease_until  BIGINT
);

CREATE TABLE ${prefix}accounts (
  id            TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  email         TEXT COLLATE "C" NOT NULL UNIQUE,
  role          TEXT COLLATE "C" NOT NULL,
  password_hash TEXT COLLATE "C" NOT NULL,
  created_at    BIGINT           NOT NULL
);

CREATE TABLE ${prefix}sessions (
  id         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  account    TEXT COLLATE "C" NOT NULL,
  expires_at BIGINT           NOT NULL
);

CREATE INDEX ${prefix}sessions_by_account ON ${prefix}sessions (account);
CREATE INDEX ${prefix}sessions_by_end ON ${prefix}sessions (expires_at);

CREATE TABLE ${prefix}documents (
  id           TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  owner        TEXT COLLATE "C" NOT NULL,
  name         TEXT COLLATE "C" NOT NULL,
  content_type TEXT COLLATE "C" NOT NULL,
  state        TEXT COLLATE "C" NOT NULL,
  provider     TEXT COLLATE "C" NOT NULL,
  connection   TEXT COLLATE "C",
  folder       TEXT COLLATE "C" NOT NULL,
  stored_name  TEXT COLLATE "C" NOT NULL,
  tag          TEXT COLLATE "C" NOT NULL,
  entry        TEXT COLLATE "C",
  size         BIGINT,
  sha256       TEXT COLLATE "C",
  altered      BIGINT           NOT NULL,
  created_at   BIGINT           NOT NULL
);

CREATE INDEX ${prefix}documents_by_age ON ${prefix}documents (owner, created_at DESC, id);
CREATE INDEX ${prefix}documents_by_connection ON ${prefix}documents (owner, connection);

CREATE TABLE ${prefix}upload_sessions (
  document    TEXT COLLATE "C" NOT NULL PRIMARY KEY REFERENCES ${prefix}documents (id) ON DELETE CASCADE,
  sealed      BYTEA            NOT NULL,
  position    BIGINT           NOT NULL,
  granularity BIGINT           NOT NULL
);

CREATE TABLE ${prefix}audit (
  sequence        BIGINT           NOT NULL PRIMARY KEY,
  happened_at     BIGINT           NOT NULL,
  action          TEXT COLLATE "C" NOT NULL,
  outcome         TEXT COLLATE "C" NOT NULL,
  owner           TEXT COLLATE "C",
  actor           TEXT COLLATE "C",
  request_id      TEXT COLLATE "C",
  detail          TEXT COLLATE "C",
  salt            TEXT COLLATE "C",
  personal_digest BYTEA            NOT NULL,
  previous        BYTEA            NOT NULL,
  hash            BYTEA            NOT NULL
);

CREATE INDEX ${prefix}audit_by_owner ON ${prefix}audit (owner, sequence);

CREATE TABLE ${prefix}jobs (
  id           TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  kind         TEXT COLLATE "C" NOT NULL,
  owner        TEXT COLLATE "C" NOT NULL,
  subject      TEXT COLLATE "C" NOT NULL,
  due_at       BIGINT           NOT NULL,
  attempts     BIGINT           NOT NULL,
  lease_holder TEXT COLLATE "C",
  lease_until  BIGINT,
  last_failure TEXT COLLATE "C"
);

CREATE INDEX ${prefix}jobs_by_due ON ${prefix}jobs (due_at, id);

CREATE TABLE ${prefix}flows (
  id         TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  sealed     BYTEA            NOT NULL,
  expires_at BIGINT           NOT NULL
);

CREATE INDEX ${prefix}flows_by_end ON ${prefix}flows (expires_at);

CREATE TABLE ${prefix}server_keys (
  name   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  sealed BYTEA            NOT NULL
);

-- Holds no rows: who writes locks it, together with others at first, alone when it is to be run
-- again.
CREATE TABLE ${prefix}turns (
  nothing BIGINT
);

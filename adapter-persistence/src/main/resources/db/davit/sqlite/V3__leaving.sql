-- Owners who leave: what is being purged, and until when grants are being ended at their providers.
CREATE TABLE ${prefix}purges (
  id                    TEXT    NOT NULL PRIMARY KEY,
  owner                 TEXT    NOT NULL UNIQUE,
  state                 TEXT    NOT NULL,
  lasting               INTEGER NOT NULL,
  requested_at          INTEGER NOT NULL,
  deadline              INTEGER NOT NULL,
  finished_at           INTEGER,
  providers             TEXT    NOT NULL,
  connections           INTEGER NOT NULL,
  documents_deleted     INTEGER NOT NULL,
  documents_unreachable INTEGER NOT NULL,
  grants_left           INTEGER NOT NULL,
  failure               TEXT
) STRICT;

CREATE INDEX ${prefix}purges_by_end ON ${prefix}purges (finished_at);

CREATE TABLE ${prefix}revocations (
  provider     TEXT    NOT NULL,
  subject_hash TEXT    NOT NULL,
  until        INTEGER NOT NULL,
  PRIMARY KEY (provider, subject_hash)
) STRICT;

CREATE INDEX ${prefix}revocations_by_end ON ${prefix}revocations (until);

CREATE INDEX ${prefix}jobs_by_owner ON ${prefix}jobs (owner, id);
CREATE INDEX ${prefix}documents_by_owner ON ${prefix}documents (owner, id);
CREATE INDEX ${prefix}audit_by_time ON ${prefix}audit (happened_at, sequence);

-- What may still be erased; nothing that is erased already is looked at again.
CREATE INDEX ${prefix}audit_by_person ON ${prefix}audit (happened_at, sequence)
  WHERE COALESCE(owner, actor, request_id, detail, salt) IS NOT NULL;

-- What was done last of a kind.
CREATE INDEX ${prefix}audit_by_action ON ${prefix}audit (action, sequence);

-- The last account that looks after the server is not deleted.
CREATE INDEX ${prefix}accounts_by_role ON ${prefix}accounts (role);

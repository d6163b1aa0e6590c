-- Owners who leave: what is being purged, and until when grants are being ended at their providers.
CREATE TABLE ${prefix}purges (
  id                    TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  owner                 TEXT COLLATE "C" NOT NULL UNIQUE,
  state                 TEXT COLLATE "C" NOT NULL,
  lasting               BIGINT           NOT NULL,
  requested_at          BIGINT           NOT NULL,
  deadline              BIGINT           NOT NULL,
  finished_at           BIGINT,
  providers             TEXT COLLATE "C" NOT NULL,
  connections           BIGINT           NOT NULL,
  documents_deleted     BIGINT           NOT NULL,
  documents_unreachable BIGINT           NOT NULL,
  grants_left           BIGINT           NOT NULL,
  failure               TEXT COLLATE "C"
);

CREATE INDEX ${prefix}purges_by_end ON ${prefix}purges (finished_at);

CREATE TABLE ${prefix}revocations (
  provider     TEXT COLLATE "C" NOT NULL,
  subject_hash TEXT COLLATE "C" NOT NULL,
  until        BIGINT           NOT NULL,
  PRIMARY KEY (provider, subject_hash)
);

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

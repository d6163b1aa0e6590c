-- Whether an account is connected elsewhere is asked before anything of it is revoked.
CREATE INDEX ${prefix}connections_by_account ON ${prefix}connections (provider, subject);

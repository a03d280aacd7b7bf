#!/usr/bin/env bash
# A PostgreSQL that follows the primary; the first start copies it.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  pg_basebackup --host=primary --username=postgres --pgdata="$PGDATA" --write-recovery-conf --wal-method=stream --checkpoint=fast
  chmod 0700 "$PGDATA"
fi
exec postgres

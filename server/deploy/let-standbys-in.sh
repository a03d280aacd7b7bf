#!/usr/bin/env bash
# Runs once, when the primary's data is made.
set -eu
echo 'host replication all all scram-sha-256' >> "$PGDATA/pg_hba.conf"

import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, type Programs, programNamed, untilItAnswers } from './programs.ts';

const [INITDB, POSTGRES, BASEBACKUP] = ['initdb', 'postgres', 'pg_basebackup'].map(programNamed);
const OPENSSL = programNamed('openssl');

/** Whether Debian's PostgreSQL 15 is here. */
export const isDebianPostgresHere = Boolean(INITDB && POSTGRES && BASEBACKUP && OPENSSL);

/** One that answers by a socket, and over TCP by TLS alone. */
export interface DebianPostgres {
  readonly port: number;
  /** The address of a database by its socket. */
  bySocket(database: string): string;
  tell(sql: string): Promise<readonly unknown[]>;
  stop(): Promise<void>;
}

/** Makes a PostgreSQL of its own in a folder of it, with a certificate that an authority of its own has signed, `ca.crt`. */
export async function openPostgres(programs: Programs): Promise<DebianPostgres> {
  const { folder } = programs;
  const data = join(folder, 'primary');
  await Promise.all([
    programs.run(INITDB!, '-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--no-sync'),
    certify(programs),
  ]);
  const settings = {
    listen_addresses: `'127.0.0.1'`,
    unix_socket_directories: `'${folder}'`,
    fsync: 'off',
    wal_retrieve_retry_interval: 100,
    ssl: 'on',
    ssl_cert_file: `'${folder}/server.crt'`,
    ssl_key_file: `'${folder}/server.key'`,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  await appendFile(join(data, 'postgresql.conf'), lines.join(''));
  const access = ['local all,replication all trust', 'hostssl all all 127.0.0.1/32 trust', ''];
  await writeFile(join(data, 'pg_hba.conf'), access.join('\n'));
  return run(programs, data);
}

/** Makes another one that follows it. */
export async function openStandby(
  programs: Programs,
  primary: DebianPostgres,
): Promise<DebianPostgres> {
  const data = join(programs.folder, 'standby');
  const from = ['-h', programs.folder, '-p', String(primary.port), '-U', 'owner'];
  await programs.run(
    BASEBACKUP!,
    ...from,
    '-D',
    data,
    '-R',
    '-X',
    'stream',
    '-c',
    'fast',
    '--no-sync',
  );
  return run(programs, data);
}

async function run(programs: Programs, data: string): Promise<DebianPostgres> {
  const port = await freePort();
  const running = programs.start(POSTGRES!, '-D', data, '-p', String(port));
  const bySocket = (database: string) =>
    `postgresql://owner@/${database}?host=${encodeURIComponent(programs.folder)}&port=${port}`;
  const tell = async (sql: string) => {
    const client = new pg.Client(bySocket('postgres'));
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  };
  await untilItAnswers(bySocket('postgres'), running);
  return { port, bySocket, tell, stop: () => programs.stop(running) };
}

/** An authority, and a certificate of it for localhost. */
async function certify(programs: Programs): Promise<void> {
  const req = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    '2',
  ];
  await programs.run(
    OPENSSL!,
    ...req,
    '-subj',
    '/CN=authority',
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
  );
  const signed = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-addext', 'subjectAltName=DNS:localhost'];
  await programs.run(
    OPENSSL!,
    ...req,
    ...signed,
    '-subj',
    '/CN=localhost',
    '-addext',
    'basicConstraints=critical,CA:FALSE',
    '-keyout',
    'server.key',
    '-out',
    'server.crt',
  );
}

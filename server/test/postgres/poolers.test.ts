import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIXTURE } from '../dataset.ts';
import { runCli } from '../run-cli.ts';
import { openPrimaryAndStandby, type PrimaryAndStandby } from '../standby.ts';
import { createDatabase } from '../testkit.ts';
import { complaintOf, doEverything } from './everything.ts';
import { freePort, Programs, programNamed, titled, untilItAnswers } from './programs.ts';

const PGBOUNCER = programNamed('pgbouncer');
const PGPOOL = programNamed('pgpool');

describe.skipIf(!PGBOUNCER)(titled('pgbouncer', PGBOUNCER), () => {
  let programs: Programs;
  beforeAll(async () => {
    programs = await Programs.open();
  });
  afterAll(() => programs?.close());

  /** The address of a database by way of a pgbouncer of its own. */
  async function by(
    url: string,
    mode: 'session' | 'transaction' | 'statement',
    size = 4,
  ): Promise<string> {
    const { hostname, port, username, password } = new URL(url);
    const own = await freePort();
    const users = join(programs.folder, `users-${own}`);
    await writeFile(users, `"${username}" "${decodeURIComponent(password)}"\n`);
    const file = join(programs.folder, `pgbouncer-${own}.ini`);
    const settings = {
      listen_addr: '127.0.0.1',
      listen_port: own,
      unix_socket_dir: '',
      auth_type: 'scram-sha-256',
      auth_file: users,
      pool_mode: mode,
      default_pool_size: size,
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
    await writeFile(
      file,
      ['[databases]', `* = host=${hostname} port=${port}`, '[pgbouncer]', ...lines, ''].join('\n'),
    );
    const running = programs.start(PGBOUNCER!, file);
    const address = Object.assign(new URL(url), { port: String(own) }).href;
    await untilItAnswers(address, running);
    return address;
  }

  test('in transaction mode everything works over fewer connections, from the first migration on', async () => {
    const url = await by(await createDatabase({ empty: true }), 'transaction');
    const load = await runCli(['import', 'csv', FIXTURE], { DATABASE_URL: url });
    expect(load).toMatchObject({ exitCode: 0 });
    await doEverything(url);
    // Nobody else's statements wait behind a lock that was left.
    const again = await runCli(['migrate'], { DATABASE_URL: url });
    expect(again).toMatchObject({ exitCode: 0 });
  });

  test('in session mode everything works', async () => {
    await doEverything(await by(await createDatabase(), 'session', 20));
  });

  test('in transaction mode a schema in the address is refused, as it would hold for others', async () => {
    const url = await by(await createDatabase(), 'transaction');
    expect(await complaintOf(`${url}?schema=theirs`)).toMatch(
      /^A pooler in transaction mode .* alter role/,
    );
  });

  test('in session mode a schema in the address is used', async () => {
    const url = `${await by(await createDatabase({ empty: true }), 'session', 20)}?schema=theirs`;
    const load = await runCli(['import', 'csv', FIXTURE], { DATABASE_URL: url });
    expect(load).toMatchObject({ exitCode: 0 });
    await doEverything(url);
  });

  test('in statement mode, which has no transactions, a start says so', async () => {
    const url = await by(await createDatabase(), 'statement');
    expect(await complaintOf(url)).toMatch(
      /^A pooler .* Use it in transaction or in session mode\.$/,
    );
  });
});

describe.skipIf(!PGPOOL)(titled('pgpool', PGPOOL), () => {
  let programs: Programs;
  let databases: PrimaryAndStandby;
  beforeAll(async () => {
    programs = await Programs.open();
    databases = await openPrimaryAndStandby();
  });
  afterAll(async () => {
    await programs?.close();
    await databases?.close();
  });

  test('everything works where it spreads reads over a primary and its standby', async () => {
    const { username, password, pathname } = new URL(databases.primary);
    const [port, control] = [await freePort(), await freePort()];
    const folder = programs.folder;
    const backend = (place: number, url: string) => ({
      [`backend_hostname${place}`]: `'127.0.0.1'`,
      [`backend_port${place}`]: new URL(url).port,
      [`backend_weight${place}`]: 1,
      [`backend_flag${place}`]: `'DISALLOW_TO_FAILOVER'`,
    });
    const secret = decodeURIComponent(password);
    const settings = {
      backend_clustering_mode: `'streaming_replication'`,
      listen_addresses: `'127.0.0.1'`,
      port,
      pcp_port: control,
      pcp_listen_addresses: `'127.0.0.1'`,
      unix_socket_directories: `'${folder}'`,
      pcp_socket_dir: `'${folder}'`,
      pid_file_name: `'${folder}/pgpool.pid'`,
      logdir: `'${folder}'`,
      work_dir: `'${folder}'`,
      num_init_children: 24,
      max_pool: 1,
      load_balance_mode: 'on',
      statement_level_load_balance: 'on',
      enable_pool_hba: 'off',
      allow_clear_text_frontend_auth: 'on',
      pool_passwd: `'${folder}/pool_passwd'`,
      sr_check_user: `'${username}'`,
      sr_check_password: `'${secret}'`,
      sr_check_database: `'${pathname.slice(1)}'`,
      sr_check_period: 1,
      health_check_period: 0,
      ...backend(0, databases.primary),
      ...backend(1, databases.standby),
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
    await writeFile(join(folder, 'pgpool.conf'), lines.join(''));
    await writeFile(join(folder, 'pool_passwd'), `${username}:TEXT${secret}\n`);
    for (const file of ['pcp.conf', 'pool_hba.conf']) await writeFile(join(folder, file), '');
    const running = programs.start(
      PGPOOL!,
      ...[
        '-n',
        '-f',
        `${folder}/pgpool.conf`,
        '-F',
        `${folder}/pcp.conf`,
        '-a',
        `${folder}/pool_hba.conf`,
      ],
    );
    const url = Object.assign(new URL(databases.primary), { port: String(port) }).href;
    await untilItAnswers(url, running);
    await doEverything(url);
  });
});

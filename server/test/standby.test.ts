import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addFacts } from './add-rows.ts';
import { revenueOf, type Seen, type Served, startSeen } from './seen-server.ts';
import { openPrimaryAndStandby, type PrimaryAndStandby } from './standby.ts';
import { TcpProxy } from './tcp-proxy.ts';

const open: { stop(): Promise<void> }[] = [];
afterAll(() => Promise.all(open.map((each) => each.stop())));

async function start(url: string, settings?: Record<string, string>): Promise<Served> {
  const server = await startSeen(url, settings);
  open.push(server);
  return server;
}

describe('a database with a standby', () => {
  let databases: PrimaryAndStandby;
  /** Which of the two a pooler asks, connection by connection. */
  let turns: ('primary' | 'standby')[] = ['primary', 'standby'];
  let proxy: TcpProxy;
  beforeAll(async () => {
    databases = await openPrimaryAndStandby();
    const portOf = (connection: number) =>
      Number(new URL(databases[turns[connection % turns.length]!]).port);
    proxy = await TcpProxy.open(portOf);
  });
  afterAll(async () => {
    await Promise.all(open.splice(0).map((each) => each.stop()));
    await proxy.close();
    await databases.close();
  });

  test('a server on the standby serves what the primary imports, and says once that it hears of nothing', async () => {
    const server = await start(databases.standby);
    const before = await server.see();
    await addFacts(databases.primary, [revenueOf(1)]);
    await expect.poll(() => server.see()).toMatchObject({ changes: before.changes! + 1 });
    expect(server.warnings).toEqual([expect.stringContaining('cannot execute LISTEN')]);
  });

  test('a standby that stays connected and replays nothing says how old it is, once; a server that starts on it, too', async () => {
    const server = await start(databases.standby);
    await expect.poll(() => server.see()).toMatchObject({ checked: null });
    const before = await server.see();
    await databases.tell('select pg_wal_replay_pause()');
    await addFacts(databases.primary, [revenueOf(4)]);
    const pausedAt = Date.now();
    const started = await start(databases.standby);
    for (const each of [server, started]) {
      await expect.poll(() => each.see()).toMatchObject({ ...before, checked: expect.any(String) });
      expect(Date.parse((await each.see()).checked!)).toBeLessThanOrEqual(pausedAt);
      expect(JSON.parse(await each.get('/health/ready'))).toMatchObject({ status: 'degraded' });
    }
    await databases.tell('select pg_wal_replay_resume()');
    for (const each of [server, started]) {
      await expect
        .poll(() => each.see())
        .toMatchObject({ changes: before.changes! + 1, checked: null });
      const isOfReplay = (warning: string) => warning.includes('has not replayed');
      expect(each.warnings.filter(isOfReplay)).toHaveLength(1);
    }
  });

  test('a connection to the primary that went silent counts from when it did', async () => {
    const isThere = { now: true };
    const between = await TcpProxy.open(() =>
      isThere.now ? Number(new URL(databases.primary).port) : 1,
    );
    const [{ primary_conninfo: direct }] = (await databases.tell('show primary_conninfo')) as [
      { primary_conninfo: string },
    ];
    const follow = async (address: string) => {
      await databases.tell(`alter system set primary_conninfo = '${address}'`);
      await databases.tell(`select pg_reload_conf()`);
    };
    await databases.tell(`alter system set wal_receiver_timeout = '3s'`);
    await follow(between.by(databases.primary));
    await expect.poll(() => between.having('START_REPLICATION')).toBe(1);
    const server = await start(databases.standby);
    await expect.poll(() => server.see()).toMatchObject({ checked: null });
    isThere.now = false;
    between.silence('START_REPLICATION');
    const silentSince = Date.now();
    await expect.poll(() => server.see()).toMatchObject({ checked: expect.any(String) });
    expect(Date.parse((await server.see()).checked!)).toBeLessThanOrEqual(silentSince);
    await follow(direct);
    await expect.poll(() => server.see()).toMatchObject({ checked: null });
    await between.close();
  });

  test('where reads go to a standby that lags, no answer mixes two versions', async () => {
    const server = await start(proxy.by(databases.primary));
    const before = await server.see();
    await databases.tell('select pg_wal_replay_pause()');
    await addFacts(databases.primary, [revenueOf(2)]);
    const seen: Seen[] = [];
    const ask = async () => {
      const answers = await Promise.all([1, 2, 3, 4].map(() => server.see()));
      seen.push(...answers);
      return answers.every(({ version }) => version !== before.version);
    };
    await expect.poll(ask).toBe(true);
    await databases.tell('select pg_wal_replay_resume()');
    for (const { version, ...answer } of seen) {
      if (version === before.version) expect(answer).toMatchObject({ changes: before.changes });
      else if (answer.status === 200)
        expect(answer).toMatchObject({ changes: before.changes! + 1 });
      else expect(answer.status).toBe(503);
    }
    await expect
      .poll(() => server.see())
      .toMatchObject({ status: 200, changes: before.changes! + 1 });
  });

  test('a standby that follows no more says how old it is, and serves what it has when it takes over', async () => {
    turns = ['primary'];
    proxy.cut();
    const server = await start(proxy.by(databases.primary));
    const before = await server.see();
    await databases.tell(`alter system set primary_conninfo = ''`);
    await databases.tell('select pg_reload_conf()');
    const receivers = () => databases.tell('select from pg_stat_wal_receiver');
    await expect.poll(receivers).toEqual([]);
    const cutOff = await start(databases.standby);
    await expect
      .poll(() => cutOff.see())
      .toMatchObject({ status: 200, checked: expect.stringContaining('GMT') });
    expect(JSON.parse(await cutOff.get('/health/ready'))).toMatchObject({ status: 'degraded' });
    await addFacts(databases.primary, [revenueOf(3)]);
    await expect.poll(() => server.see()).toMatchObject({ changes: before.changes! + 1 });

    turns = ['standby'];
    await databases.tell('select pg_promote()');
    proxy.cut();
    await expect.poll(() => server.see()).toEqual(before);
    // Ids of imports may come again.
    await addFacts(databases.standby, [{ ...revenueOf(3), value: '2' }]);
    await expect.poll(() => server.see()).toMatchObject({ changes: before.changes! + 1 });
  });
});

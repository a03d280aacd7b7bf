import { type Asked, measureFailover, TTL_SECONDS } from './speed/failover.ts';

// Debian: apt-get install postgresql-15 patroni etcd-server haproxy nginx-light
// node --import tsx server/bench/failover.ts

const { restarting, failing, importedAfterSeconds } = await measureFailover();
report('rolling restart of four servers, an import with each', restarting);
report(
  `primary killed; an import is taken again after ${importedAfterSeconds.toFixed(1)} s, ${TTL_SECONDS} of them Patroni's patience`,
  failing,
);

function report(what: string, { asked, failed }: Asked): void {
  console.log(`${what}: ${failed.length} of ${asked} requests failed`);
  for (const each of failed.slice(0, 3)) console.log(`  ${each.slice(0, 200)}`);
}

import { expect, test } from 'vitest';
import { readEnvironment } from '../env.ts';
import { connectionBounds, ratePerSecond } from './limits.ts';

const bounds = (environment: Record<string, string>) => {
  const read = readEnvironment(environment);
  return [ratePerSecond(read), connectionBounds(read).perClient];
};

test.each([
  [undefined, false],
  ['localhost', false],
  ['127.0.0.1', false],
  ['127.3.2.1', false],
  ['::1', false],
  ['0.0.0.0', true],
  ['::', true],
  ['192.168.1.2', true],
  ['127.example.org', false],
])('served on %s, clients are bounded unasked: %s', (HOST, isBounded) => {
  const environment: Record<string, string> = HOST === undefined ? {} : { HOST };
  expect(bounds(environment)).toEqual(isBounded ? [100, 500] : [0, 0]);
});

test.each([
  '127.0.0.1',
  '0.0.0.0',
])('served on %s, what was set counts, were it nothing', (HOST) => {
  for (const [rate, client] of [
    [0, 0],
    [7, 3],
  ]) {
    const set = {
      CAPEXGRAPH_RATE_LIMIT: `${rate}`,
      CAPEXGRAPH_CONNECTION_LIMITS: `client=${client}`,
    };
    expect(bounds({ HOST, ...set })).toEqual([rate, client]);
  }
});

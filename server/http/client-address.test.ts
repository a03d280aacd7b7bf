import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { clientAddresses, connectedClients } from './client-address.ts';

const ask = (proxies: string[], remoteAddress: string, forwarded?: string) =>
  clientAddresses(proxies)({
    socket: { remoteAddress } as Socket,
    headers: { 'x-forwarded-for': forwarded },
  });

test.each([
  ['nobody is trusted', [], '10.0.0.1', '1.2.3.4', '10.0.0.1'],
  ['a proxy is trusted', ['10.0.0.1'], '10.0.0.1', '1.2.3.4', '1.2.3.4'],
  ['a network is trusted', ['10.0.0.0/8'], '10.9.9.9', '1.2.3.4', '1.2.3.4'],
  ['another one is trusted', ['10.0.0.0/8'], '11.0.0.1', '1.2.3.4', '11.0.0.1'],
  ['a client makes up whom it comes from', ['10.0.0.1'], '10.0.0.1', '9.9.9.9, 1.2.3.4', '1.2.3.4'],
  [
    'two proxies stand in a row',
    ['10.0.0.0/8'],
    '10.0.0.1',
    '9.9.9.9, 1.2.3.4, 10.0.0.2',
    '1.2.3.4',
  ],
  ['a proxy says nothing', ['10.0.0.1'], '10.0.0.1', undefined, '10.0.0.1'],
  ['a proxy says nonsense', ['10.0.0.1'], '10.0.0.1', 'unknown', '10.0.0.1'],
  ['all are proxies', ['10.0.0.0/8'], '10.0.0.1', '10.0.0.2', '10.0.0.2'],
  ['IPv4 is written as IPv6', ['10.0.0.1'], '::ffff:10.0.0.1', '::ffff:1.2.3.4', '1.2.3.4'],
  ['a proxy has IPv6', ['::1'], '::1', '2001:db8::5', '2001:db8:0:0'],
])('where %s, the client is known', (_, proxies, remote, forwarded, client) => {
  expect(ask(proxies, remote, forwarded)).toBe(client);
});

test('the addresses of one network of IPv6 are one client', () => {
  const one = ask([], '2001:db8:1:2::1');
  expect(ask([], '2001:db8:1:2:ffff:1:2:3')).toBe(one);
  expect(ask([], '2001:db8:1:3::1')).not.toBe(one);
});

test('a connection is its client’s, and that of a proxy nobody’s', () => {
  const clientOf = connectedClients(['10.0.0.0/8']);
  expect(clientOf({ remoteAddress: '1.2.3.4' })).toBe('1.2.3.4');
  expect(clientOf({ remoteAddress: '::ffff:1.2.3.4' })).toBe('1.2.3.4');
  expect(clientOf({ remoteAddress: '2001:db8:1:2::1' })).toBe(
    clientOf({ remoteAddress: '2001:db8:1:2::2' }),
  );
  expect(clientOf({ remoteAddress: '10.1.1.1' })).toBeUndefined();
});

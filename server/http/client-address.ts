import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, type Socket } from 'node:net';

/** Tells who sends a request; behind proxies that are trusted, whom they say that it came from. */
export type ClientOf = (request: Pick<IncomingMessage, 'socket' | 'headers'>) => string;

/** Whether an address is one of those, or in one of the networks, e.g. `10.0.0.0/8`. */
function trust(proxies: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  return (address) =>
    isIP(address) !== 0 && trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** Tells whose connection it is; undefined for a proxy's, which are those of many. */
export function connectedClients(
  proxies: readonly string[],
): (socket: Pick<Socket, 'remoteAddress'>) => string | undefined {
  const isTrusted = trust(proxies);
  return ({ remoteAddress = '' }) => {
    const address = plain(remoteAddress);
    return isTrusted(address) ? undefined : networkOf(address);
  };
}

/** @param proxies addresses and networks, e.g. `10.0.0.0/8` */
export function clientAddresses(proxies: readonly string[]): ClientOf {
  const isTrusted = trust(proxies);
  return ({ socket, headers }) => {
    let client = plain(socket.remoteAddress ?? '');
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    // The last entry is what the nearest proxy saw; whoever stands before an untrusted one may have made it up.
    while (isTrusted(client)) {
      const before = plain(forwarded.pop()?.trim() ?? '');
      if (isIP(before) === 0) break;
      client = before;
    }
    return networkOf(client);
  };
}

/** An address of IPv4, also where it is written as one of IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** Whoever has one address of IPv6 has 2^64 of them. */
function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [head = '', tail = ''] = address.split('::');
  const groups = head ? head.split(':') : [];
  const rest = tail ? tail.split(':') : [];
  const zeros = Array.from({ length: 8 - groups.length - rest.length }, () => '0');
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':');
}

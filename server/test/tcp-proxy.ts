import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What stands between a server and its database: a network that loses what it likes, a pooler that chooses whom it asks. */
export class TcpProxy {
  readonly #server = createServer((client) => this.#join(client));
  readonly #pairs = new Set<{ client: Socket; server: Socket; sent: string }>();
  readonly #portOf: (connection: number) => number;
  #connections = 0;

  /** @param portOf where each connection leads, by how many there were before */
  private constructor(portOf: (connection: number) => number) {
    this.#portOf = portOf;
  }

  static async open(portOf: (connection: number) => number): Promise<TcpProxy> {
    const proxy = new TcpProxy(portOf);
    await once(proxy.#server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  /** The address of a database by way of this. */
  by(url: string): string {
    const { port } = this.#server.address() as AddressInfo;
    return Object.assign(new URL(url), { port: String(port) }).href;
  }

  /** How many connections have sent a text, closed ones aside. */
  having(sent: string): number {
    return [...this.#pairs].filter((pair) => pair.sent.includes(sent)).length;
  }

  /** Lets nothing through any more on connections that have sent a text, and tells nobody. */
  silence(sent: string): void {
    for (const pair of this.#pairs) {
      if (!pair.sent.includes(sent)) continue;
      for (const socket of [pair.client, pair.server]) socket.removeAllListeners('data').resume();
      // Whoever closes one end does not close the other.
      this.#pairs.delete(pair);
    }
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Cuts every connection. */
  cut(): void {
    for (const { client, server } of this.#pairs)
      for (const each of [client, server]) each.destroy();
  }

  #join(client: Socket): void {
    const server = connect(this.#portOf(this.#connections++), '127.0.0.1');
    const pair = { client, server, sent: '' };
    this.#pairs.add(pair);
    client.on('data', (data) => {
      pair.sent += data.toString('latin1');
      server.write(data);
    });
    server.on('data', (data) => client.write(data));
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => {
        if (this.#pairs.delete(pair)) other.destroy();
      });
    }
  }
}

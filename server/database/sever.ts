import type { ClientBase } from 'pg';

/** Cuts a connection, whatever it is doing: `end` would wait for the other side. The driver's own types leave it out. */
export function sever(client: ClientBase): void {
  const { connection } = client as unknown as { connection: { stream: { destroy(): void } } };
  connection.stream.destroy();
}

export const { DATABASE_URL, ANSWER } = process.env;
export const PORT = Number(process.env.PORT);
export const HOST = '127.0.0.1';

/** The same for every peer: what node-postgres takes unless told otherwise. */
export const CONNECTIONS = 10;

/** Tells whoever started the program that it takes requests. SIGTERM ends it, as it ends any program. */
export function ready() {
  console.log('ready');
}

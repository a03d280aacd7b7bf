import './production.mjs';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { ANSWER, HOST, PORT, ready } from './settings.mjs';

// A limit: what cached answers cost at the least. The bytes of one file, looked up by the request's body
// and headers, and named by an id of the request.
const bytes = readFileSync(ANSWER);
const head = ['content-type', 'application/json', 'content-length', String(bytes.length)];
const cache = new Map();
const prefix = randomBytes(9).toString('base64url');
let requests = 0;

const server = createServer((request, response) => {
  const { method, url, headers } = request;
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const body = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    const { accept, origin, 'content-type': type } = headers;
    const key = `${method}\n${accept}\n${origin}\n${type}\n${url}\n${body.latin1Slice()}`;
    if (!cache.has(key)) cache.set(key, bytes);
    const id = `${prefix}-${(requests++).toString(36)}`;
    response.writeHead(200, ['x-request-id', id, ...head]).end(cache.get(key));
  });
});
server.listen(PORT, HOST, ready);

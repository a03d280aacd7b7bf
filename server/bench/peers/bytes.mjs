import './production.mjs';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { ANSWER, HOST, PORT, ready } from './settings.mjs';

// A limit: what HTTP alone costs in Node. Every request gets the bytes of one file.
const bytes = readFileSync(ANSWER);
const headers = { 'content-type': 'application/json', 'content-length': bytes.length };

const server = createServer((request, response) => {
  // The body is read to its end, as any server has to.
  request.on('data', () => {});
  request.on('end', () => response.writeHead(200, headers).end(bytes));
});
server.listen(PORT, HOST, ready);

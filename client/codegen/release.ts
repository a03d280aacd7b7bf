import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';

// Keeps what is released: the schema, which the next release is compared with, and the documents, which servers go on to
// answer by their ids. Documents of releases older than twelve months may be deleted by hand.

const inPackage = (path: string) => new URL(`../sdk/${path}`, import.meta.url);
const read = (path: string): object => JSON.parse(readFileSync(inPackage(path), 'utf8'));

copyFileSync(inPackage('schema.graphql'), inPackage('released/schema.graphql'));
const documents = { ...read('released/documents.json'), ...read('documents.json') };
writeFileSync(inPackage('released/documents.json'), `${JSON.stringify(documents, null, 2)}\n`);

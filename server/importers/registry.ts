// Every way to bring facts in, a line each; each is a command, `capexgraph import csv`.
export { claims } from './claim-files/importer.ts';
export { csv } from './csv/importer.ts';
export { edgar } from './edgar/importer.ts';
export { rates } from './rates/importer.ts';

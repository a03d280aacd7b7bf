import './production.mjs';
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { CONNECTIONS, DATABASE_URL, HOST, PORT, ready } from './settings.mjs';

// PostGraphile with the preset and the settings that its documentation has for production. It makes
// its schema from the views, by their names and comments; from the materialised ones when it is told so.
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      connectionString: DATABASE_URL,
      schemas: [process.argv[2] ?? 'bench'],
      poolConfig: { max: CONNECTIONS },
    }),
  ],
  grafast: { explain: false },
  grafserv: { graphiql: false, watch: false },
});

const server = createServer();
await instance.createServ(grafserv).addTo(server);
await instance.getSchema();
server.listen(PORT, HOST, ready);

import './production.mjs';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';
import { CONNECTIONS, DATABASE_URL, HOST, PORT, ready } from './settings.mjs';
import { readQuarters, rootFields, typeDefs } from './sql-schema.mjs';

// Fastify with Mercurius: documents compiled at their first use, quarters read by a loader.
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: CONNECTIONS });
const app = Fastify();

app.register(mercurius, {
  schema: typeDefs,
  resolvers: { Query: rootFields(pool) },
  loaders: {
    Company: {
      quarters: {
        loader: (queries) =>
          readQuarters(
            pool,
            queries.map(({ obj, params }) => ({ companyId: obj.id, last: params.last })),
          ),
        // No answer has a company twice, so that keys for a cache would be made for nothing.
        opts: { cache: false },
      },
    },
  },
  jit: 1,
});

await app.listen({ port: PORT, host: HOST });
ready();

import './production.mjs';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import pg from 'pg';
import { CONNECTIONS, DATABASE_URL, HOST, PORT, ready } from './settings.mjs';
import { readQuarters, rootFields, typeDefs } from './sql-schema.mjs';

// Apollo Server as it stands alone, with a DataLoader for each request.
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: CONNECTIONS });

const server = new ApolloServer({
  typeDefs,
  resolvers: {
    Query: rootFields(pool),
    Company: {
      quarters: ({ id }, { last }, { quarters }) => quarters.load({ companyId: id, last }),
    },
  },
});

await startStandaloneServer(server, {
  listen: { port: PORT, host: HOST },
  context: async () => ({
    quarters: new DataLoader((keys) => readQuarters(pool, keys), {
      cacheKeyFn: ({ companyId, last }) => `${companyId} ${last ?? ''}`,
    }),
  }),
});
ready();

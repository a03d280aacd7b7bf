import { defineConfig } from 'prisma/config';

// The CLI insists on an address even for `generate`, which connects to nothing.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/capexgraph' },
});

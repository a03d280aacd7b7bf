// Every file that defines types or fields of the schema; each registers its own.
import './scalars.ts';
import './claim.ts';
import './companies.ts';
import './company-quarters.ts';
import './comparison.ts';
import './dataset.ts';
import './glossary.ts';
import './quarters.ts';
import './growth.ts';
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';

/** The schema of the API. */
export const schema: GraphQLSchema = builder.toSchema();

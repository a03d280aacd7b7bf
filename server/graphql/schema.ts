// Every file that defines types or fields of the schema; each registers its own.
import './amount.ts';
import './arguments.ts';
import './claim.ts';
import './companies.ts';
import './company-by.ts';
import './company-quarters.ts';
import './company.ts';
import './comparison.ts';
import './connection-types.ts';
import './dataset.ts';
import './definition.ts';
import './enums.ts';
import './exchange-rate.ts';
import './fact.ts';
import './figures.ts';
import './gap.ts';
import './glossary.ts';
import './group-by.ts';
import './group-quarter.ts';
import './group.ts';
import './growth-lead.ts';
import './growth.ts';
import './measure.ts';
import './node.ts';
import './quarter-filter.ts';
import './quarter.ts';
import './quarters.ts';
import './ratio-change.ts';
import './ratio.ts';
import './scalars.ts';
import './source.ts';
import type { GraphQLSchema } from 'graphql';
import { builder } from './builder.ts';

/** The schema of the API. */
export const schema: GraphQLSchema = builder.toSchema();

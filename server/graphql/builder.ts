import SchemaBuilder from '@pothos/core';
import PrismaPlugin from '@pothos/plugin-prisma';
import type { CalendarQuarter } from '../domain/calendar-quarter.ts';
import type { Day } from '../domain/day.ts';
import type { Decimal } from '../domain/decimal.ts';
import type PrismaTypes from '../generated/pothos-types.ts';
import { getDatamodel } from '../generated/pothos-types.ts';
import type { Context } from './context.ts';
import ListsPlugin from './lists.ts';

/** The builder that every type of the schema is written with. It defines none itself. */
export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  Scalars: {
    CalendarQuarter: { Input: CalendarQuarter; Output: CalendarQuarter };
    Date: { Input: Day; Output: Day | Date };
    DateTime: { Input: Date; Output: Date };
    Decimal: { Input: Decimal; Output: Decimal | string };
    ID: { Input: string; Output: string };
    URL: { Input: string; Output: string };
  };
}>({
  plugins: [PrismaPlugin, ListsPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: ({ stored }) => stored.prisma,
    dmmf: getDatamodel(),
    exposeDescriptions: true,
  },
});

/** The type parameters of the builder, for helpers that take its refs. */
export type SchemaTypes = typeof builder.$inferSchemaTypes;

builder.queryType({ description: 'Where every question starts.' });

import { type Change, CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';

/** The changes of a schema, in sentences. */
export interface SchemaChanges {
  /** What an application that was made for the schema before may fail on. */
  readonly breaking: readonly string[];
  /** What it will not fail on, but may meet, e.g. a new value of an enum. */
  readonly toKnow: readonly string[];
  readonly deprecated: readonly string[];
  readonly added: readonly string[];
}

/** What changed from one schema to another, but for words. What goes after it was deprecated breaks nothing. */
export async function schemaChanges(
  before: GraphQLSchema,
  after: GraphQLSchema,
): Promise<SchemaChanges> {
  const changes = await diff(before, after, [
    DiffRule.simplifyChanges,
    DiffRule.suppressRemovalOfDeprecatedField,
    DiffRule.ignoreDescriptionChanges,
  ]);
  const of = (level: CriticalityLevel) =>
    changes.filter((change) => change.criticality.level === level && !isDeprecation(change));
  return {
    breaking: sentences(of(CriticalityLevel.Breaking)),
    toKnow: sentences(of(CriticalityLevel.Dangerous)),
    deprecated: sentences(changes.filter(isDeprecation)),
    added: sentences(of(CriticalityLevel.NonBreaking)),
  };
}

function isDeprecation({ type }: Change): boolean {
  return type.includes('DEPRECATION');
}

function sentences(changes: readonly Change[]): string[] {
  return changes.map(sentence).sort();
}

function sentence({ message, meta }: Change): string {
  const { deprecationReason } = meta as { deprecationReason?: string };
  const named = message.replace(/'([^']+)'/g, '`$1`');
  return deprecationReason ? `${named}: ${deprecationReason}` : `${named}.`;
}

const HEADINGS: readonly [keyof SchemaChanges, heading: string][] = [
  ['breaking', 'No longer as it was'],
  ['toKnow', 'To know'],
  ['deprecated', 'Deprecated, for twelve months'],
  ['added', 'New'],
];

/** Those changes as Markdown. */
export function markdownOf(changes: SchemaChanges): string {
  const sections = HEADINGS.flatMap(([kind, heading]) => {
    const lines = changes[kind].map((line) => `- ${line}`);
    return lines.length === 0 ? [] : [`**${heading}**\n\n${lines.join('\n')}`];
  });
  return sections.join('\n\n') || 'As it was.';
}

import type { Day } from '../day.ts';
import { Line } from './line.ts';
import type { ReportedValue } from './reported-value.ts';
import { type TagRelation, tagRelation } from './same-line.ts';

/** A line of a company's reports in one definition, or in several tags that are one. */
export interface DefinedLine {
  /** The places of its definitions, the first in order first. */
  readonly definitions: readonly number[];
  readonly line: Line;
}

type Relation = (one: number, other: number) => TagRelation;

/** The lines of a concept from a day on. */
export interface KnownLines {
  readonly from: Day;
  /** By the order of their first definitions. */
  readonly lines: readonly DefinedLine[];
}

/**
 * The lines of one concept of a company, as known on each day. `reports` are in the order in which they were
 * published; `mayBeOne` says which definitions can turn out to be one line: tags, in one currency.
 */
export function linesOf(
  reports: readonly ReportedValue[],
  isNeverNegative: boolean,
  mayBeOne: (one: number, other: number) => boolean,
): KnownLines[] {
  const days = byDay(reports);
  const single = new Map<number, Line>();
  const built = new Map<string, DefinedLine>();
  const known: KnownLines[] = [];
  const pairs = new Map<string, { revision: number; relation: TagRelation }>();
  let partition = '';
  for (const [day, ofDay] of days) {
    for (const [definition, ofDefinition] of groupBy(ofDay, (report) => report.definition)) {
      const line = single.get(definition) ?? new Line(isNeverNegative);
      single.set(definition, line);
      line.publish(day, ofDefinition);
    }
    const groups = groupsOf(single, (a, b) => (mayBeOne(a, b) ? relationOf(a, b) : 'TWO'));
    const text = groups.map((group) => group.join('+')).join(' ');
    if (text === partition) continue;
    partition = text;
    known.push({ from: day, lines: groups.map((group) => lineOf(group)) });
  }
  return known;

  function relationOf(a: number, b: number): TagRelation {
    const [one, other] = [single.get(a)!, single.get(b)!];
    const revision = one.revision + other.revision;
    const key = `${a} ${b}`;
    let pair = pairs.get(key);
    if (pair?.revision !== revision) {
      pair = { revision, relation: tagRelation(one.periods, other.periods) };
      pairs.set(key, pair);
    }
    return pair.relation;
  }

  function lineOf(definitions: readonly number[]): DefinedLine {
    if (definitions.length === 1) {
      return { definitions, line: single.get(definitions[0]!)! };
    }
    const key = definitions.join('+');
    const found = built.get(key);
    if (found) return found;
    const line = new Line(isNeverNegative);
    for (const [day, ofDay] of days) {
      const own = ofDay.filter(({ definition }) => definitions.includes(definition));
      if (own.length > 0) line.publish(day, own);
    }
    const defined = { definitions, line };
    built.set(key, defined);
    return defined;
  }
}

/**
 * Definitions in order, those that are one line together. Of two that part, a third is one with the first
 * in order only.
 */
function groupsOf(lines: ReadonlyMap<number, Line>, relation: Relation): number[][] {
  let groups: number[][] = [];
  for (const definition of [...lines.keys()].sort((a, b) => a - b)) {
    let joined = [definition];
    const others: number[][] = [];
    for (const group of groups) {
      const relations = group.flatMap((each) => joined.map((other) => relation(each, other)));
      const isOne = relations.includes('ONE') && !relations.includes('TWO');
      if (isOne) joined = [...group, ...joined];
      else others.push(group);
    }
    groups = [...others, joined.sort((a, b) => a - b)].sort((a, b) => a[0]! - b[0]!);
  }
  return groups;
}

function byDay(reports: readonly ReportedValue[]): [Day, ReportedValue[]][] {
  return [...groupBy(reports, ({ publishedOn }) => publishedOn)].sort(([a], [b]) => a - b);
}

function groupBy<K, V>(values: readonly V[], keyOf: (value: V) => K): Map<K, V[]> {
  const groups = new Map<K, V[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}

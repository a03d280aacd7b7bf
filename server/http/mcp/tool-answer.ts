/** A document behind figures. */
interface Source {
  readonly title: string;
  readonly url: string | null;
}

/** What a tool says, as text and as it is. */
export interface ToolAnswer {
  /** What was asked for; each amount in it names its `sources` by their numbers below. */
  readonly answer: unknown;
  /** The documents behind the figures, each once. */
  readonly sources: readonly (Source & { readonly number: number })[];
  /** The day on which it was known; null for today. */
  readonly asOf: string | null;
  /** The version of the dataset that it was made from. */
  readonly version: string;
  /** How to cite that version. */
  readonly citation: string;
}

/** The answer to a document, with each of its documents once: an amount of a year has a dozen facts of one filing. */
export function toolAnswer(
  data: unknown,
  { asOf, version, citation }: Pick<ToolAnswer, 'asOf' | 'version' | 'citation'>,
): ToolAnswer {
  const numbers = new Map<string, Source & { number: number }>();
  const numberOf = ({ id: _, ...source }: Source & { readonly id?: string }) => {
    const key = `${source.title}\n${source.url}`;
    const known = numbers.get(key) ?? { number: numbers.size + 1, ...source };
    numbers.set(key, known);
    return known.number;
  };
  const shortened = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shortened);
    if (typeof value !== 'object' || value === null) return value;
    // Ids are for caches.
    const { facts, id: _, ...others } = value as Record<string, unknown>;
    const rest = Object.entries(others).map(([name, of]) =>
      name === 'source' && of !== null ? ['source', numberOf(of as Source)] : [name, shortened(of)],
    );
    const isAmount = 'explanation' in others && Array.isArray(facts);
    if (isAmount) {
      const named = (facts as { source: Source }[]).map(({ source }) => numberOf(source));
      rest.push(['sources', [...new Set(named)]]);
    } else if (facts !== undefined) rest.push(['facts', shortened(facts)]);
    return Object.fromEntries(rest);
  };
  const answer = shortened(data);
  return { answer, sources: [...numbers.values()], asOf, version, citation };
}

/**
 * Whose a figure of an answer is, and which: the nearest `name` above it, or the `label` of a series, and
 * the keys from there, or from the list that it is in. E.g. `Alibaba Group, capex, over the year`;
 * empty where nothing above it has a name, or where `words` say it already.
 */
export function labelOf(figure: object, answer: unknown, words: string): string {
  let subject = '';
  let keys: string[] = [];
  for (const { parent, key } of wayTo(figure, answer) ?? []) {
    const { name, label } = parent as { name?: unknown; label?: unknown };
    const own = name ?? (subject ? undefined : label);
    if (typeof own === 'string') [subject, keys] = [own, []];
    if (Array.isArray(parent)) keys = [];
    // The explanation says of which quarter it is.
    else if (key !== 'quarter')
      keys.push(key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
  }
  // A series is called `Alibaba Group, capex`.
  const isSaid = words.includes(subject.split(',')[0]!);
  return isSaid ? '' : [subject, ...keys].join(', ');
}

/** What a figure is in, from the answer down, and under which keys; undefined where it is not in it. */
function wayTo(figure: object, node: unknown): { parent: object; key: string }[] | undefined {
  if (node === figure) return [];
  if (typeof node !== 'object' || node === null) return undefined;
  for (const [key, child] of Object.entries(node)) {
    const rest = wayTo(figure, child);
    if (rest) return [{ parent: node, key }, ...rest];
  }
  return undefined;
}

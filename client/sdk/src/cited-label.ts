/**
 * Whose a figure of an answer is, and which: the nearest `name` above it, or the `label` of a series, and
 * the keys from there, or from the list that it is in. E.g. `Alibaba Group, capex, over the year`, or
 * `Capex multiple` where nothing above it has a name. Empty where `words` begin with that themselves, as
 * those of an amount do, and of what is missing; those of all else begin with a figure.
 */
export function labelOf(figure: object, answer: unknown, words: string): string {
  if (/^\p{L}/u.test(words)) return '';
  let subject = '';
  let keys: string[] = [];
  for (const { parent, key } of wayTo(figure, answer) ?? []) {
    const { name, label } = parent as { name?: unknown; label?: unknown };
    const own = name ?? (subject ? undefined : label);
    if (typeof own === 'string') [subject, keys] = [own, []];
    // The answer's fields, and lists, say nothing of what is in them; of which quarter it is, the explanation says.
    if (Array.isArray(parent) || parent === answer) keys = [];
    else if (key !== 'quarter' && key !== 'latest')
      keys.push(key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
  }
  const all = [subject, ...keys].filter(Boolean).join(', ');
  return subject ? all : all.charAt(0).toUpperCase() + all.slice(1);
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

import { useNavigation } from '../state/navigation.ts';
import { CopyButton } from './copy-button.tsx';

/** A sentence to cite a number by, its address, and its question in GraphiQL. */
export function Cite({
  explanation,
  citation,
  document,
  variables,
}: {
  explanation: string;
  /** Of the dataset. */
  citation: string;
  document: string;
  variables: object;
}) {
  const { view, linkTo } = useNavigation();
  const today = new Date().toISOString().slice(0, 10);
  // What is published later changes the page at the live address.
  const address = location.origin + linkTo({ asOf: view.asOf || today });
  const sentence = `${explanation.replace(/\.$/, '')}. ${citation} ${address}`;
  const question = new URLSearchParams({ query: inlined(document, variables) });
  return (
    <section class="cite">
      <h3>Cite this</h3>
      <blockquote>{sentence}</blockquote>
      <p class="buttons">
        <CopyButton text={sentence}>Copy</CopyButton>
        <a class="button" href={`/graphql?${question}`}>
          Run in GraphiQL
        </a>
      </p>
    </section>
  );
}

/** The document with its variables as defaults, so that it runs as it stands. */
function inlined(document: string, variables: object): string {
  let text = document;
  for (const [name, value] of Object.entries(variables)) {
    if (value === null || value === undefined) continue;
    text = text.replace(
      new RegExp(`(\\$${name}: [\\w\\[\\]!]+)`),
      (found) => `${found.replace(/!$/, '')} = ${literal(value)}`,
    );
  }
  return text.trim();
}

const ENUMS = new Set(['item', 'over', 'basis', 'growth', 'by', 'currency']);

/** A value as GraphQL writes it; texts that are enums' values have no quotes. */
function literal(value: unknown, name = ''): string {
  if (Array.isArray(value)) return `[${value.map((item) => literal(item)).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${literal(inner, key)}`)
      .join(', ')} }`;
  }
  return ENUMS.has(name) || isBareWord(value) ? String(value) : JSON.stringify(value);
}

/** E.g. QUARTER, and no quarter of a year. */
const isBareWord = (value: unknown) => typeof value === 'string' && /^[A-Z_]+$/.test(value);

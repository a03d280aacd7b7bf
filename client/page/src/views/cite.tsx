import { type Citation, cite } from '@capexgraph/client/cite';
import { useEffect, useState } from 'preact/hooks';
import { WorkingDocument, type WorkingQueryVariables } from '../generated/documents.ts';
import { useNavigation } from '../state/navigation.ts';
import { CopyButton } from './copy-button.tsx';

/** A sentence to cite a number by, with what proves it: the address of the answer, and its digest. */
export function Cite({
  words,
  citation,
  variables,
}: {
  /** Whose figure it is, which, of when, and the figure with its unit. */
  words: string;
  /** Of the dataset. */
  citation: string;
  variables: WorkingQueryVariables;
}) {
  const { view, linkTo } = useNavigation();
  // What is published later changes the page at the live address.
  const asOf = view.asOf || new Date().toISOString().slice(0, 10);
  const address = location.origin + linkTo({ asOf });
  const question = { ...variables, asOf };
  const [cited, setCited] = useState<Citation | undefined>();
  useEffect(() => {
    setCited(undefined);
    let isOver = false;
    const url = view.version ? `/graphql?version=${view.version}` : '/graphql';
    cite({ url }, WorkingDocument, question, () => words).then(
      (found) => isOver || setCited(found),
      // Without a digest, e.g. where the browser makes none since the page came over plain HTTP, there is still a citation.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [words, address]);
  const sentence = `${cited?.sentence ?? `${words}, as known on ${asOf}. ${citation}`} ${address}`;
  const proof = cited ? ` (SHA-256 of the answer: ${cited.digest})` : '';
  return (
    <section class="cite">
      <h3>Cite this</h3>
      <blockquote>{sentence + proof}</blockquote>
      <p class="buttons">
        <CopyButton text={sentence + proof}>Copy</CopyButton>
        <a
          class="button"
          href={cited?.address ?? `/graphql?${questionOf(question)}`}
          title="The answer that the digest is of, for programs; a browser shows it in GraphiQL"
        >
          Run in GraphiQL
        </a>
      </p>
    </section>
  );
}

const questionOf = (variables: object) =>
  new URLSearchParams({
    query: String(WorkingDocument).trim(),
    variables: JSON.stringify(variables),
  });

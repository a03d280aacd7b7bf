import { SourcesDocument } from '../generated/documents.ts';
import type { Subject } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { conceptsOf } from '../state/concepts.ts';
import type { View } from '../state/view.ts';
import { Fault } from './fault.tsx';
import { SourceLink } from './source-link.tsx';

/** The documents that the shown figures were printed in, newest first. */
export function Sources({ view, subjects }: { view: View; subjects: readonly Subject[] }) {
  const slugs = [...new Set(subjects.flatMap(({ members }) => members))];
  const wanted = conceptsOf(view);
  const { data, fault, isAway } = useAnswer(SourcesDocument, {
    slugs,
    asOf: view.asOf || null,
    from: view.from || null,
    to: view.to || null,
  });
  if (!data) return fault ? <Fault text={fault} isAway={isAway} /> : <p class="skeleton" />;
  return (
    <div class="sources">
      {data.companies.nodes.map(({ slug, name, quarters }) => {
        const documents = new Map(
          quarters.nodes.flatMap(({ facts }) =>
            facts
              .filter(({ concept }) => wanted.includes(concept))
              .map(({ source, publishedOn }) => [source.id, { ...source, publishedOn }] as const),
          ),
        );
        const sorted = [...documents.values()].sort((one, other) =>
          other.publishedOn.localeCompare(one.publishedOn),
        );
        return (
          <section key={slug}>
            <h3>{name}</h3>
            <ul>
              {sorted.map(({ publishedOn, ...source }) => (
                <li key={source.id}>
                  {publishedOn} <SourceLink source={source} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

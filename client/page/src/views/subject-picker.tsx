import { type Catalogue, subjectOf } from '../queries/subject.ts';
import { useNavigation } from '../state/navigation.ts';
import { Fold } from './fold.tsx';

/** Whose figures: any groups and companies, and the companies added up to a group of their own. */
export function SubjectPicker({ catalogue }: { catalogue: Catalogue }) {
  const { view, go } = useNavigation();
  const { groups, companies } = catalogue;
  const has = (key: string) => view.of.includes(key);
  const toggle = (key: string) => {
    const of = has(key) ? view.of.filter((other) => other !== key) : [...view.of, key];
    if (of.length) go({ of, point: '' });
  };
  const chosen = view.of.filter((key) => key.startsWith('@'));
  const custom = view.of.filter((key) => key.includes('~'));
  const box = (key: string, name: string, title?: string) => (
    <label key={key} title={title}>
      <input type="checkbox" checked={has(key)} onChange={() => toggle(key)} />
      {name}
    </label>
  );
  return (
    <Fold class="picker" summary={`Companies and groups (${view.of.length})`}>
      {() => (
        <>
          <fieldset>
            <legend>Groups</legend>
            {groups.map(({ slug, name, description }) => box(slug!, name, description))}
            {custom.map((key) => box(key, subjectOf(key, catalogue)?.name ?? key))}
          </fieldset>
          <fieldset>
            <legend>Companies</legend>
            {companies.nodes.map(({ slug, name }) => box(`@${slug}`, name))}
          </fieldset>
          {chosen.length > 1 && (
            <button
              type="button"
              onClick={() =>
                go({
                  of: [
                    ...view.of.filter((key) => !key.startsWith('@')),
                    chosen.map((key) => key.slice(1)).join('~'),
                  ],
                  point: '',
                })
              }
            >
              Add these {chosen.length} companies up
            </button>
          )}
        </>
      )}
    </Fold>
  );
}

import { DaysDocument } from '../generated/documents.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import { dayWords } from '../state/words.ts';

/** The day as of which figures are shown, and a slider over the days on which quarters of these companies, or of all, became known. */
export function AsOf({ slugs }: { slugs?: readonly string[] }) {
  const { view, go } = useNavigation();
  const { latest } = useAnswer(DaysDocument, { slugs: slugs ? [...slugs] : null });
  const published = latest?.companies.nodes.flatMap(({ quarters }) => quarters.nodes) ?? [];
  const days = [...new Set(published.flatMap(({ publishedOn }) => publishedOn ?? []))].sort();
  const place = view.asOf ? days.findLastIndex((day) => day <= view.asOf) : days.length;
  const change = (asOf: string, how?: 'replace') => go({ asOf, point: '', after: '' }, how);
  const shown = view.asOf ? dayWords(view.asOf) : 'all that is known';
  return (
    <div class="as-of">
      <label>
        As known on{' '}
        <input
          type="date"
          value={view.asOf}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
      </label>
      <input
        type="range"
        aria-label="What was known when"
        aria-valuetext={shown}
        min={Math.min(4, days.length)}
        max={days.length || 1}
        value={place < 0 ? 0 : place}
        onInput={({ currentTarget }) => change(days[Number(currentTarget.value)] ?? '', 'replace')}
      />
      <output>{shown}</output>
      {view.asOf && (
        <button type="button" onClick={() => change('')}>
          Show all
        </button>
      )}
    </div>
  );
}

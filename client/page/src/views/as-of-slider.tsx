import { useNavigation } from '../state/navigation.ts';
import { dayWords } from '../state/words.ts';

/** A slider over the days on which something became known. */
export function AsOfSlider({ days }: { days: readonly string[] }) {
  const { view, go } = useNavigation();
  const place = view.asOf ? days.findLastIndex((day) => day <= view.asOf) : days.length;
  return (
    <div class="as-of">
      <label>
        As known on{' '}
        <input
          type="date"
          value={view.asOf}
          onChange={({ currentTarget }) => go({ asOf: currentTarget.value, point: '' })}
        />
      </label>
      <input
        type="range"
        aria-label="What was known when"
        aria-valuetext={view.asOf ? dayWords(view.asOf) : 'all that is known'}
        min={Math.min(4, days.length)}
        max={days.length || 1}
        value={place < 0 ? 0 : place}
        onInput={({ currentTarget }) =>
          go({ asOf: days[Number(currentTarget.value)] ?? '', point: '' }, 'replace')
        }
      />
      <output>{view.asOf ? dayWords(view.asOf) : 'all that is known'}</output>
    </div>
  );
}

import type { Catalogue } from '../queries/subject.ts';
import { useNavigation } from '../state/navigation.ts';
import { quartersBetween } from '../state/quarters.ts';
import { CURRENCIES, ITEMS, PERIODS, SHOWS, type View } from '../state/view.ts';
import { capital, ITEM_WORDS, PERIOD_WORDS, SHOW_WORDS } from '../state/words.ts';
import { SubjectPicker } from './subject-picker.tsx';

/** Everything that a chart can be asked for. */
export function Controls({ catalogue }: { catalogue: Catalogue }) {
  const { view, go } = useNavigation();
  const quarters = quartersBetween(catalogue.dataset.from, catalogue.dataset.to);
  const select = (
    name: keyof View,
    label: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <label>
      {label}
      <select
        name={name}
        value={String(view[name])}
        onChange={({ currentTarget }) => go({ [name]: currentTarget.value, point: '' })}
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const plain = (values: readonly string[]) => values.map((value) => [value, value] as const);
  return (
    <details class="controls" open={matchMedia('(min-width: 900px)').matches}>
      <summary>Change what is shown</summary>
      <div class="fields">
        <SubjectPicker catalogue={catalogue} />
        {select(
          'item',
          'Measure',
          ITEMS.map((item) => [item, capital(ITEM_WORDS[item])]),
        )}
        {select('over', 'Divided by', [
          ['', 'nothing'],
          ...ITEMS.filter((item) => item !== view.item).map(
            (item) => [item, ITEM_WORDS[item]] as const,
          ),
        ])}
        {select(
          'show',
          'Shown as',
          SHOWS.filter((show) => !(show === 'INDEX' && view.over)).map((show) => [
            show,
            show === 'AMOUNT' && view.over ? 'ratio' : SHOW_WORDS[show],
          ]),
        )}
        {view.show === 'INDEX' && select('base', '100 in', plain(quarters))}
        {select(
          'by',
          'Period',
          PERIODS.map((period) => [period, PERIOD_WORDS[period]]),
        )}
        {select('currency', 'Currency', plain(CURRENCIES))}
        {select('basis', 'Capex basis', [
          ['CASH', 'cash-flow statement'],
          ['HEADLINE', 'as headlined, with leases'],
        ])}
        {select('from', 'From', [['', 'the start'], ...plain(quarters)])}
        {select('to', 'To', [['', 'the newest'], ...plain(quarters)])}
        {select('scale', 'Scales of panels', [
          ['own', 'one each'],
          ['one', 'the same'],
        ])}
      </div>
    </details>
  );
}

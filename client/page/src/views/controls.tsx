import type { Catalogue } from '../queries/subject.ts';
import { useNavigation } from '../state/navigation.ts';
import { quartersBetween } from '../state/quarters.ts';
import { CURRENCIES, ITEMS, PERIODS, SHOWS, type Show, START, type View } from '../state/view.ts';
import { capital, ITEM_WORDS, PERIOD_WORDS, SHOW_WORDS } from '../state/words.ts';
import { Fold } from './fold.tsx';
import { SubjectPicker } from './subject-picker.tsx';

/** Everything that a chart can be asked for. */
export function Controls({ catalogue }: { catalogue: Catalogue }) {
  const { view, go } = useNavigation();
  const quarters = quartersBetween(catalogue.dataset.from, catalogue.dataset.to);
  const select = (
    name: keyof View,
    label: string,
    options: readonly (readonly [string, string])[],
    /** What else has to change with it. */
    also: (value: string) => Partial<View> = () => ({}),
  ) => (
    <label>
      {label}
      <select
        name={name}
        value={String(view[name])}
        onChange={({ currentTarget: { value } }) =>
          go({ [name]: value, point: '', ...also(value) })
        }
      >
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  // A year has no growth over the quarter, and a ratio no index.
  const isPossible = (show: Show) =>
    show === view.show ||
    !((show === 'INDEX' && view.over) || (show === 'GROWTH_QUARTER' && view.by.endsWith('YEAR')));
  const plain = (values: readonly string[]) => values.map((value) => [value, value] as const);
  return (
    <Fold
      class="controls"
      summary="Change what is shown"
      isOpen={matchMedia('(min-width: 900px)').matches}
    >
      {() => (
        <div class="fields">
          <SubjectPicker catalogue={catalogue} />
          {select(
            'item',
            'Measure',
            ITEMS.map((item) => [item, capital(ITEM_WORDS[item])]),
            (item) => (item === view.over ? { over: '' } : {}),
          )}
          {select(
            'over',
            'Divided by',
            [
              ['', 'nothing'],
              ...ITEMS.filter((item) => item !== view.item).map(
                (item) => [item, ITEM_WORDS[item]] as const,
              ),
            ],
            (over) => (over && view.show === 'INDEX' ? { show: START.show } : {}),
          )}
          {select(
            'show',
            'Shown as',
            SHOWS.filter(isPossible).map((show) => [
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
          {select('from', 'From', [
            ['', 'the start'],
            ...plain(quarters.filter((quarter) => !view.to || quarter <= view.to)),
          ])}
          {select('to', 'To', [
            ['', 'the newest'],
            ...plain(quarters.filter((quarter) => !view.from || quarter >= view.from)),
          ])}
          {select('scale', 'Scales of panels', [
            ['own', 'one each'],
            ['one', 'the same'],
          ])}
        </div>
      )}
    </Fold>
  );
}

import type { Catalogue } from '../queries/subject.ts';
import { useNavigation } from '../state/navigation.ts';
import { quartersBetween } from '../state/quarters.ts';
import {
  type Condition,
  conditionOf,
  conditionText,
  SCREENED,
  SCREENED_NAMES,
  type Screened,
} from '../state/screened.ts';
import type { View } from '../state/view.ts';

const COUNTRIES: Readonly<Record<string, string>> = { US: 'US companies', CN: 'Chinese companies' };

/** E.g. everyone, US companies, China hyperscalers. */
export function whoseWords(whose: string, { groups }: Catalogue): string {
  if (!whose) return 'everyone';
  return COUNTRIES[whose] ?? groups.find(({ slug }) => slug === whose)?.name ?? whose;
}

/** Whether there is such a group or country, or everyone is meant. */
export const isKnownWhose = (whose: string, { groups }: Catalogue) =>
  !whose || Object.hasOwn(COUNTRIES, whose) || groups.some(({ slug }) => slug === whose);

type Options = readonly (readonly [value: string, text: string])[];

const FIGURES: Options = SCREENED_NAMES.map((name) => [name, SCREENED[name].words]);
const UNIT_WORDS = { BILLION: 'billion US dollars', PER_CENT: '%', POINTS: 'points' };

/** The question of the screen, as a sentence whose words can be changed. */
export function ScreenFilters({ catalogue }: { catalogue: Catalogue }) {
  const { view, go } = useNavigation();
  const conditions = view.where.flatMap((text) => conditionOf(text) ?? []);
  const change = (changes: Partial<View>) => go({ ...changes, after: '', point: '' });
  const setConditions = (next: readonly Condition[]) => change({ where: next.map(conditionText) });
  const quarters = quartersBetween(catalogue.dataset.from, catalogue.dataset.to);
  const whose: Options = [
    ['', 'everyone'],
    ...Object.entries(COUNTRIES),
    ...catalogue.groups.map(({ slug, name }) => [slug!, name] as const),
  ];
  const choice = (name: keyof View, label: string, options: Options) => (
    <Choice
      name={name}
      label={label}
      value={String(view[name])}
      options={options}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <div class="sentence">
      <p>
        Show{' '}
        {choice('which', 'Which quarters', [
          ['newest', 'the newest quarter'],
          ['every', 'every quarter'],
        ])}{' '}
        of {choice('whose', 'Whose quarters', whose)}
        {view.which === 'every' && (
          <>
            {' '}
            from{' '}
            {choice('from', 'From', [
              ['', 'the start'],
              ...quarters.map((quarter) => [quarter, quarter] as const),
            ])}{' '}
            to{' '}
            {choice('to', 'To', [
              ['', 'the newest'],
              ...quarters.map((quarter) => [quarter, quarter] as const),
            ])}
          </>
        )}
      </p>
      {conditions.map((condition, index) => (
        <p key={conditionText(condition)}>
          {index === 0 ? 'in which' : 'and'}{' '}
          <OneCondition
            condition={condition}
            onChange={(next) => setConditions(conditions.with(index, next))}
          />{' '}
          <button
            type="button"
            aria-label={`Remove the condition on ${SCREENED[condition.figure].words}`}
            onClick={() => setConditions(conditions.toSpliced(index, 1))}
          >
            ×
          </button>
        </p>
      ))}
      <p>
        <button
          type="button"
          onClick={() =>
            setConditions([...conditions, { figure: unused(conditions), is: 'over', number: 0 }])
          }
        >
          {conditions.length ? 'And a condition' : 'Add a condition'}
        </button>
      </p>
      <p>
        Those with the{' '}
        {choice('first', 'Which first', [
          ['most', 'most'],
          ['least', 'least'],
        ])}{' '}
        {choice('order', 'Order by', FIGURES)} come first.
      </p>
    </div>
  );
}

/** A figure that no condition is about yet. */
const unused = (conditions: readonly Condition[]): Screened =>
  SCREENED_NAMES.find((name) => conditions.every(({ figure }) => figure !== name)) ?? 'capex';

function OneCondition({
  condition,
  onChange,
}: {
  condition: Condition;
  onChange: (next: Condition) => void;
}) {
  const { figure, is, number } = condition;
  return (
    <>
      <Choice
        label="Figure"
        value={figure}
        options={FIGURES}
        onChange={(value) => onChange({ ...condition, figure: value as Screened })}
      />{' '}
      was{' '}
      <Choice
        label="More or less"
        value={is}
        options={[
          ['over', 'more than'],
          ['under', 'less than'],
        ]}
        onChange={(value) => onChange({ ...condition, is: value as Condition['is'] })}
      />{' '}
      <input
        type="number"
        aria-label={`Than how much, in ${UNIT_WORDS[SCREENED[figure].unit]}`}
        step="any"
        value={number}
        onChange={({ currentTarget: { value, valueAsNumber } }) =>
          conditionOf(`${figure}.${is}.${value}`) &&
          onChange({ ...condition, number: valueAsNumber })
        }
      />{' '}
      {UNIT_WORDS[SCREENED[figure].unit]}
    </>
  );
}

function Choice({
  name,
  label,
  value,
  options,
  onChange,
}: {
  name?: string;
  label: string;
  value: string;
  options: Options;
  onChange: (value: string) => void;
}) {
  return (
    <select
      name={name}
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}

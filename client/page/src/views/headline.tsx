import { formatGrowth, formatMoney, formatMultiple } from '@capexgraph/client/format';
import { HeadlineDocument } from '../generated/documents.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import type { View } from '../state/view.ts';
import { Fault } from './fault.tsx';

const [BASELINE, CHALLENGER] = ['us-hyperscalers', 'china-hyperscalers'];

/** The answer at a glance: what both groups spent, the multiple then and now, who grows faster. */
export function Headline() {
  const { view, linkTo } = useNavigation();
  const { data, fault, isAway } = useAnswer(HeadlineDocument, {
    baseline: { slug: BASELINE! },
    challenger: { slug: CHALLENGER! },
    asOf: view.asOf || null,
  });
  if (!data)
    return (
      <div class="headline">
        {fault ? <Fault text={fault} isAway={isAway} /> : <p class="skeleton" />}
      </div>
    );
  const { baseline, challenger, latest, quarters, outgrowthRuns } = data.comparison;
  const known = quarters.filter(({ capexMultiple }) => capexMultiple.value !== null);
  const newest = known.at(-1);
  if (!newest)
    return (
      <div class="headline">
        <p>On this day no twelve months of both groups were known.</p>
      </div>
    );
  const at = (quarter: string) => known.find(({ calendarQuarter }) => calendarQuarter === quarter);
  const quarter = newest.calendarQuarter;
  const before = at(`${Number(quarter.slice(0, 4)) - 1}${quarter.slice(4)}`);
  const narrowest = known.reduce((least, other) =>
    other.capexMultiple.value! < least.capexMultiple.value! ? other : least,
  );
  const { numerator, denominator, value } = newest.capexMultiple;
  const spending: Partial<View> = {
    item: 'CAPEX',
    over: '',
    by: 'TRAILING_TWELVE_MONTHS',
    show: 'AMOUNT',
    currency: 'USD',
    basis: 'CASH',
    page: 'charts',
  };
  const spent = (key: string) =>
    linkTo({ ...spending, of: [BASELINE!, CHALLENGER!], point: `${key}.${quarter}` });
  const grew = (key: string) =>
    linkTo({
      ...spending,
      by: 'QUARTER',
      show: 'GROWTH_YEAR',
      of: [BASELINE!, CHALLENGER!],
      point: `${key}.${latest!.calendarQuarter}`,
    });
  const growth = latest?.growthLead;
  const isFaster = (growth?.points ?? 0) > 0;
  const run = outgrowthRuns.at(-1);
  const longest = outgrowthRuns.reduce<(typeof outgrowthRuns)[number] | undefined>(
    (best, one) => (best && best.quarters >= one.quarters ? best : one),
    undefined,
  );
  return (
    <div class="headline">
      <h1>
        In the twelve months to {quarter}, {baseline.name} spent{' '}
        <a href={spent(BASELINE!)}>{formatMoney(numerator)}</a> on capital expenditures and{' '}
        {challenger.name} <a href={spent(CHALLENGER!)}>{formatMoney(denominator)}</a>:{' '}
        <strong>{formatMultiple(value)}</strong> as much.
      </h1>
      <p>
        {before && <>A year before it was {formatMultiple(before.capexMultiple)}. </>}
        {narrowest !== newest && (
          <>
            The gap was narrowest in the twelve months to {narrowest.calendarQuarter}, at{' '}
            {formatMultiple(narrowest.capexMultiple)}.{' '}
          </>
        )}
        {latest && growth && growth.points !== null && (
          <>
            {isFaster ? 'China is growing faster now' : 'The US is growing faster now'}: in{' '}
            {latest.calendarQuarter} {challenger.name} spent{' '}
            <a href={grew(CHALLENGER!)}>{formatGrowth(growth.challenger)}</a> more than a year
            before, {baseline.name} <a href={grew(BASELINE!)}>{formatGrowth(growth.baseline)}</a>
            {isFaster && run?.ongoing && run.quarters === 1
              ? ', after quarters in which it was the other way round'
              : ''}
            .{' '}
          </>
        )}
        {longest && (
          <>
            Its longest run of faster growth was {longest.from} to {longest.to}, {longest.quarters}{' '}
            quarters.
          </>
        )}
      </p>
    </div>
  );
}

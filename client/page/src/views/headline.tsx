import { formatGrowth, formatMoney, formatMultiple } from '@capexgraph/client/format';
import { HeadlineDocument, type HeadlineQuery } from '../generated/documents.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import { START, type View } from '../state/view.ts';
import { Fault } from './fault.tsx';

const [BASELINE, CHALLENGER] = START.of as [string, string];

/** Whatever else is shown, these numbers are of the first page. */
const SPENDING: Partial<View> = { ...START };

type Comparison = HeadlineQuery['comparison'];

/** The answer at a glance: what both groups spent, the multiple then and now, who grows faster. */
export function Headline() {
  const { view } = useNavigation();
  const { latest, fault, isAway } = useAnswer(HeadlineDocument, {
    baseline: { slug: BASELINE },
    challenger: { slug: CHALLENGER },
    asOf: view.asOf || null,
  });
  return (
    <div class="headline">
      {fault && <Fault text={fault} isAway={isAway} />}
      {latest ? <Answer comparison={latest.comparison} /> : !fault && <p class="skeleton" />}
    </div>
  );
}

function Answer({ comparison }: { comparison: Comparison }) {
  const { linkTo, view } = useNavigation();
  const { baseline, challenger, quarters } = comparison;
  const known = quarters.filter(({ capexMultiple }) => capexMultiple.value !== null);
  const newest = known.at(-1);
  if (!newest) return <p>On this day, no twelve months of both groups were known.</p>;
  const { calendarQuarter, capexMultiple } = newest;
  const spent = (key: string) =>
    linkTo({
      ...SPENDING,
      asOf: view.asOf,
      by: 'TRAILING_TWELVE_MONTHS',
      point: `${key}.${calendarQuarter}`,
    });
  const yearBefore = `${Number(calendarQuarter.slice(0, 4)) - 1}${calendarQuarter.slice(4)}`;
  const before = known.find((quarter) => quarter.calendarQuarter === yearBefore);
  const narrowest = known.reduce((least, other) =>
    other.capexMultiple.value! < least.capexMultiple.value! ? other : least,
  );
  return (
    <>
      <h1>
        In the twelve months to {calendarQuarter}, {baseline.name} spent{' '}
        <a href={spent(BASELINE)}>{formatMoney(capexMultiple.numerator)}</a> on capital expenditures
        and {challenger.name}{' '}
        <a href={spent(CHALLENGER)}>{formatMoney(capexMultiple.denominator)}</a>:{' '}
        <strong>{formatMultiple(capexMultiple)}</strong> as much.
      </h1>
      <p>
        A year before, it was {before ? formatMultiple(before.capexMultiple) : 'not known'}
        {narrowest === newest ? '; it has never been narrower' : '; at its narrowest'}
        {narrowest !== newest &&
          `, in the twelve months to ${narrowest.calendarQuarter}, ${formatMultiple(narrowest.capexMultiple)}`}
        . <Growth comparison={comparison} />
      </p>
    </>
  );
}

/** Who is growing faster, and for how long. */
function Growth({
  comparison: { baseline, challenger, latest, outgrowthRuns },
}: {
  comparison: Comparison;
}) {
  const { linkTo, view } = useNavigation();
  if (!latest || latest.growthLead.points === null) return null;
  const { growthLead, calendarQuarter } = latest;
  const grew = (key: string) =>
    linkTo({
      ...SPENDING,
      asOf: view.asOf,
      show: 'GROWTH_YEAR',
      point: `${key}.${calendarQuarter}`,
    });
  const isAhead = growthLead.points! > 0;
  const longest = outgrowthRuns.reduce<Comparison['outgrowthRuns'][number] | undefined>(
    (best, run) => (best && best.quarters >= run.quarters ? best : run),
    undefined,
  );
  return (
    <>
      {(isAhead ? challenger : baseline).name} are growing faster now: over the year to{' '}
      {calendarQuarter}, {challenger.name} by{' '}
      <a href={grew(CHALLENGER)}>{formatGrowth(growthLead.challenger)}</a>, {baseline.name} by{' '}
      <a href={grew(BASELINE)}>{formatGrowth(growthLead.baseline)}</a>.
      {longest &&
        ` The longest run of quarters in which ${challenger.name} grew faster was ${longest.from} to ${longest.to}.`}
    </>
  );
}

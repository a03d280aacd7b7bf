import { PeriodsDocument } from '../generated/documents.ts';
import { seriesVariables } from '../queries/series-variables.ts';
import type { Subject } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { useNavigation } from '../state/navigation.ts';
import { periodAfter } from '../state/quarters.ts';
import { toCompany } from '../state/view.ts';

/** The same figure of the period before and after; a period without figures is no link. */
export function Neighbours({ subject, period }: { subject: Subject; period: string }) {
  const { view, linkTo } = useNavigation();
  const { subjects, measures, by, asOf } = seriesVariables(view, [subject]);
  const { data } = useAnswer(PeriodsDocument, { subjects, measures, by, asOf: asOf ?? null });
  const labels = data?.series.periods.map(({ label }) => label) ?? [];
  const link = (count: number) => {
    const next = periodAfter(period, count);
    if (!next) return <span />;
    const text = count < 0 ? `← ${next}` : `${next} →`;
    if (!labels.includes(next)) return <span aria-disabled="true">{text}</span>;
    return <a href={linkTo({ point: `${subject.key}.${next}` })}>{text}</a>;
  };
  return (
    <nav class="neighbours" aria-label="The periods beside it">
      {link(-1)}
      {!subject.isGroup && (
        <a href={linkTo(toCompany(view, subject.key.slice(1)))}>All of the company</a>
      )}
      {link(1)}
    </nav>
  );
}

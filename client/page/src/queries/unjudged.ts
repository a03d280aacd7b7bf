import type { JudgedFragment } from '../generated/documents.ts';
import type { Screened } from '../state/screened.ts';
import { listWords, REASON_WORDS } from '../state/words.ts';

/** Which companies no screen by these figures can judge, by their newest quarters, and why; empty where it can all. */
export function unjudgedWords(
  quarters: readonly JudgedFragment[],
  figures: readonly Screened[],
  wordsOf: (figure: Screened) => string,
): string {
  const unjudged = quarters.flatMap((quarter) => {
    const reasons = figures.flatMap((figure) => {
      const [gap] = gapsOf(quarter, figure);
      const what = figures.length > 1 ? `${wordsOf(figure)} of ` : '';
      return gap ? `${what}${quarter.calendarQuarter} ${REASON_WORDS[gap.reason]}` : [];
    });
    return reasons.length ? [`${quarter.company.name} (${listWords(reasons)})`] : [];
  });
  if (!unjudged.length) return '';
  const companies = unjudged.length === 1 ? '1 company' : `${unjudged.length} companies`;
  return `${companies} cannot be judged: ${unjudged.join(', ')}.`;
}

function gapsOf(quarter: JudgedFragment, figure: Screened) {
  const measure = quarter[figure];
  if ('growth' in measure) return measure.growth.missing;
  return 'change' in measure ? measure.change.missing : measure.missing;
}

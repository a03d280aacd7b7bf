import { formatMoney } from '@capexgraph/client/format';
import type { BreakRule } from '../charts/breaks.tsx';
import { BreaksDocument, type BreaksQuery } from '../generated/documents.ts';
import { type Counted, definitionNotes } from '../queries/definitions.ts';
import type { Subject } from '../queries/subject.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { CONCEPT_WORDS, conceptsOf } from '../state/concepts.ts';
import type { View } from '../state/view.ts';

type Company = BreaksQuery['companies']['nodes'][number];
type Change = Pick<BreakRule, 'period' | 'key' | 'valueBefore' | 'text'> & { name: string };

/** Where the definitions of what is shown change, and who counts otherwise than most. */
export function useBreaks(
  view: View,
  subjects: readonly Subject[],
  /** Companies that the figures of a subject do without, by the subject's place. */
  leftOut: readonly (readonly string[])[],
) {
  const slugs = [...new Set(subjects.flatMap(({ members }) => members))];
  const { latest } = useAnswer(
    BreaksDocument,
    slugs.length
      ? { slugs, asOf: view.asOf || null, currency: view.currency, ...wantedBy(view) }
      : null,
  );
  const companies = latest?.companies.nodes ?? [];
  const isByQuarter = view.by === 'QUARTER' || view.by === 'TRAILING_TWELVE_MONTHS';
  const isShown = (quarter: string) =>
    isByQuarter && (!view.from || quarter >= view.from) && (!view.to || quarter <= view.to);
  const changes = companies
    .flatMap((company) => [...definitionsOf(company, view), ...headlinesOf(company, view)])
    .filter(({ period }) => isShown(period))
    .sort((one, other) => one.period.localeCompare(other.period));
  const unnumbered = subjects.flatMap(({ key: subject, members }, place) =>
    changes
      .filter(({ key, name }) => members.includes(key.slice(1)) && !leftOut[place]?.includes(name))
      .map((change) => ({ ...change, subject, isCut: view.show === 'AMOUNT' })),
  );
  const texts = changes
    .map(({ text }) => text)
    .filter((text) => unnumbered.some((each) => each.text === text));
  const breaks = unnumbered.map(
    (each): BreakRule => ({ ...each, number: texts.indexOf(each.text) + 1 }),
  );
  const left = leftOut.flat();
  const counted = companies.filter(({ name }) => !left.includes(name)).flatMap(countedBy);
  return { breaks, definitions: definitionNotes(counted) };
}

/** Which figures the question is about. */
function wantedBy(view: View) {
  const concepts = conceptsOf(view);
  return {
    capex: concepts.includes('CAPEX') && !isHeadline(view),
    headline: isHeadline(view),
    cloudRevenue: concepts.includes('CLOUD_REVENUE'),
    revenue: concepts.includes('REVENUE'),
    depreciation: concepts.includes('DEPRECIATION_AND_AMORTIZATION'),
    operatingCashFlow: concepts.includes('OPERATING_CASH_FLOW'),
  };
}

/** What the newest figures of a company count, as far as it is asked for. */
function countedBy({
  name: company,
  newestCapex,
  newestHeadline,
  newestCloudRevenue,
  newestDepreciation,
}: Company): Counted[] {
  const newest = {
    CAPEX: newestHeadline?.headline ?? newestCapex?.capex,
    CLOUD_REVENUE: newestCloudRevenue?.cloudRevenue,
    DEPRECIATION_AND_AMORTIZATION: newestDepreciation?.depreciation,
  };
  return Object.entries(newest).flatMap(([concept, amount]) =>
    (amount?.definitions ?? []).map((definition) => ({ company, concept, ...definition })),
  );
}

/** Where the company prints another definition. */
function definitionsOf({ slug, name, quarters }: Company, view: View): Change[] {
  const concepts = conceptsOf(view).filter((concept) => !isHeadline(view) || !isCapex(concept));
  // An amount in two definitions is no line; growth and sums are like for like across a break.
  const isPrinted =
    view.show === 'AMOUNT' && !view.over && view.by === 'QUARTER' && concepts.length === 1;
  return quarters.nodes.flatMap((quarter) =>
    quarter.breaks
      .filter(({ concept }) => concepts.includes(concept))
      .map(({ concept, from, to, amountBefore }) => {
        const period = quarter.calendarQuarter;
        const now = formatMoney(quarter[concept as 'CAPEX'], { digits: 2, missing: 'not known' });
        const before = formatMoney(amountBefore, { digits: 2, missing: 'not known' });
        return {
          period,
          key: `@${slug}`,
          name,
          valueBefore: isPrinted ? amountBefore.value : null,
          text: `${name} changed its definition of ${CONCEPT_WORDS[concept]} in ${period}: ${before} as ${from.slug} before, ${now} as ${to.slug} since.`,
        };
      }),
  );
}

/** Where the company headlines other capital expenditures than in the quarter before. */
function headlinesOf({ slug, name, quarters }: Company, view: View): Change[] {
  if (!isHeadline(view)) return [];
  const known = quarters.nodes.filter(({ headline }) => headline?.definitions.length);
  return known.flatMap(({ calendarQuarter: period, headline }, index) => {
    const [from, to] = [known[index - 1]?.headline, headline].map(
      (amount) => amount?.definitions[0]?.slug,
    );
    if (!from || from === to) return [];
    const text = `${name} headlines other capital expenditures from ${period} on: ${to}, before ${from}.`;
    return [{ period, key: `@${slug}`, name, valueBefore: null, text }];
  });
}

const isHeadline = ({ basis, item, over }: View) =>
  basis === 'HEADLINE' && [item, over].includes('CAPEX');

const isCapex = (concept: string) => concept.startsWith('CAPEX');

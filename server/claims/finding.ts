import { listed } from '../domain/format.ts';
import { alike } from './alike.ts';
import type { Claim } from './claim.ts';
import { notOverOn } from './forecast.ts';
import type { JudgedReading } from './judged-reading.ts';
import { judgement } from './judgement.ts';
import {
  capitalized,
  citation,
  dayInWords,
  outcomeOf,
  printedFigure,
  shown,
  spelledOut,
} from './words.ts';

/** What reproduces a claim, or why nothing does, and what has changed since: sentences to print. */
export function findingOf(
  claim: Claim,
  judged: readonly JudgedReading[],
  decisive: JudgedReading,
  later: string | null,
): string {
  const { main, others } = alike(judged, decisive);
  const sentences = [
    ...published(claim, main),
    ...opening(claim, main),
    ...others.map((one) => beside(claim, one)),
    conclusion(claim, main, others),
    ...changes(claim, [main, ...others]),
    later,
  ];
  return spelledOut(withCitation(claim, sentences.filter(Boolean).join(' ')));
}

/** What was published, by whom and when; a claim without a figure names them where it is first spoken of. */
function published({ printed, unit, measure, ...claim }: Claim, main: JudgedReading): string[] {
  if (!printed) return [];
  const of = main.reading.measure === measure ? '' : `, for ${measure},`;
  const noun = printed.from < printed.to ? 'range' : 'figure';
  return [`The published ${noun}${of} is ${printedFigure(printed, unit)} (${citation(claim)}).`];
}

function withCitation(claim: Claim, text: string): string {
  if (claim.printed) return text;
  return text.replace(/\b[Tt]he statement\b/, (found) => `${found} (${citation(claim)})`);
}

/** On the reading that counts. */
function opening(claim: Claim, { reading, onDay, verdict }: JudgedReading): string[] {
  const { measure, basis, substitute, isStated } = reading;
  if (onDay.figure === null) {
    const quarter = notOverOn(claim.saidOn, reading);
    const day = dayInWords(claim.saidOn);
    return quarter && claim.printed
      ? [`That was a forecast of ${measure}, as ${quarter} was not over then.`]
      : [`What was public on ${day} does not give ${measure} ${basis}.`];
  }
  const outcome = outcomeOf(claim, reading, onDay);
  if (substitute !== null) {
    return [
      `${claim.printed ? 'It' : 'The statement'} cannot be checked: ${substitute}.`,
      `What comes nearest is this: ${outcome}${direction(onDay)}.`,
    ];
  }
  const isOneOfMany = claim.readings.length > 1;
  return [
    `${capitalized(outcome)}${judgement(claim, reading, onDay, verdict)}.`,
    ...(isStated === true && isOneOfMany ? ['That is the basis that the source states.'] : []),
    ...(isStated === null && isOneOfMany ? ['The source leaves the basis open.'] : []),
  ];
}

/** Where a figure that stands in for another one points. */
function direction({ holds }: JudgedReading['onDay']): string {
  if (holds === null) return '';
  return holds ? ', which points the same way' : ', which points the other way';
}

/** On another reading. */
function beside(claim: Claim, { reading, onDay, verdict }: JudgedReading): string {
  const { basis, measure, substitute } = reading;
  const subject = measure === claim.measure ? 'the figure' : measure;
  if (onDay.figure === null) {
    const quarter = notOverOn(claim.saidOn, reading);
    return quarter
      ? `${capitalized(subject)} ${basis} could not be known then, as ${quarter} was not over.`
      : `What was public then does not give ${subject} ${basis}.`;
  }
  const outcome = `${capitalized(basis)}, ${shown(claim, reading, onDay, `${subject} was`, subject)}`;
  return substitute === null
    ? `${outcome}${judgement(claim, reading, onDay, verdict)}.`
    : `${outcome}.`;
}

/** Where the stated reading fails and others do not, what the figure is. */
function conclusion(
  { printed }: Claim,
  main: JudgedReading,
  others: readonly JudgedReading[],
): string | null {
  const right = others.filter(({ verdict }) => verdict === 'REPRODUCED');
  if (main.verdict !== 'CONTRADICTED' || right.length === 0 || !printed) return null;
  const bases = listed(right.map(({ reading }) => reading.basis));
  return `The published figure is the one ${bases}, not the one ${main.reading.basis}.`;
}

/** What has become of the figures. */
function changes(claim: Claim, readings: readonly JudgedReading[]): string[] {
  const changed = readings.filter(({ change }) => change !== null);
  if (changed.length > 0) return changed.map((one) => changeOf(claim, one));
  if (readings.every(({ onDay }) => onDay.figure === null))
    return ['Nothing since gives it either.'];
  const figures = readings.length > 1 ? 'these figures' : 'this figure';
  return [`Nothing that was published since has changed ${figures}.`];
}

function changeOf(claim: Claim, { reading, today, verdictToday, change }: JudgedReading): string {
  const { reason, on } = change!;
  const day = dayInWords(on);
  const figure = `the figure ${reading.basis}`;
  if (today.figure === null)
    return `Since ${day}, what is public does not give ${figure} any more.`;
  const judged = reading.substitute === null ? judgement(claim, reading, today, verdictToday) : '';
  const subject = reason === 'published since' ? 'it' : figure;
  const now = `${shown(claim, reading, today, `${subject} is`, subject)}${judged}`;
  switch (reason) {
    case 'published since':
      return `${capitalized(figure)} has been public since ${day}: ${now}.`;
    case 'later quarters':
      return `With the quarters that were published since, from ${day} on, ${now}.`;
    case 'restated':
      return `Figures that it is made from were restated since, first on ${day}; today, ${now}.`;
    case 'known otherwise':
      return `Documents published since, from ${day} on, print its inputs to another digit; today, ${now}.`;
  }
}

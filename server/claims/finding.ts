import type { Claim, Outcome } from './claim.ts';
import type { JudgedReading } from './judged-reading.ts';
import { judgement } from './judgement.ts';
import { capitalized, dayInWords, printedFigure, shown, spelledOut } from './words.ts';

/** What reproduces a claim, or why nothing does, and what has changed since: sentences to print. */
export function findingOf(
  claim: Claim,
  readings: readonly JudgedReading[],
  main: JudgedReading,
  later: string | null,
): string {
  const others = readings.filter((one) => one !== main);
  const sentences = [
    ...opening(claim, main),
    ...others.map((one) => beside(claim, one)),
    conclusion(claim, main, others),
    ...changes(claim, [main, ...others]),
    later,
  ];
  return spelledOut(withItsFigure(claim, sentences.filter(Boolean).join(' ')));
}

/** The published figure is named where it is spoken of, at the latest. */
function withItsFigure({ printed, unit }: Claim, text: string): string {
  if (!printed) return text;
  const named = `the published ${printedFigure(printed, unit)}`;
  return text.includes(named) ? text : text.replace('the published figure', named);
}

/** On the reading that counts. */
function opening(claim: Claim, { reading, onDay, verdict }: JudgedReading): string[] {
  const { measure, basis, substitute, isStated } = reading;
  if (onDay.figure === null) {
    return [`What was public on ${dayInWords(claim.saidOn)} does not give ${measure} ${basis}.`];
  }
  if (substitute !== null) {
    const { printed, unit } = claim;
    const published = printed ? `, beside the published ${printedFigure(printed, unit)}` : '';
    return [
      `The statement cannot be checked: ${substitute}.`,
      `What comes nearest is ${measure} ${basis}, at ${shown(claim, reading, onDay)}${published}${direction(onDay)}.`,
    ];
  }
  const asStated = isStated ? ', as the source states' : '';
  const outcome = `${measure} came to ${shown(claim, reading, onDay, { withBasis: asStated })}`;
  const open = isStated === null && claim.readings.length > 1;
  return [
    `${capitalized(outcome)}${judgement(claim, onDay, verdict)}.`,
    ...(open ? ['The source leaves the basis open.'] : []),
  ];
}

/** Where a figure that stands in for another one points. */
function direction({ holds }: Outcome): string {
  if (holds === null) return '';
  return holds ? ', and points the same way' : ', and points the other way';
}

/** On another reading. */
function beside(claim: Claim, { reading, onDay, verdict }: JudgedReading): string {
  const { basis, measure, substitute } = reading;
  const subject = measure === claim.measure ? 'the figure' : measure;
  if (onDay.figure === null) return `What was public then does not give ${subject} ${basis}.`;
  const outcome = `${capitalized(basis)}, ${subject} was ${shown(claim, reading, onDay)}`;
  return substitute === null
    ? `${outcome}${judgement(claim, onDay, verdict, true)}.`
    : `${outcome}.`;
}

/** Where the stated reading fails and another one does not, what the figure is. */
function conclusion(
  { printed }: Claim,
  main: JudgedReading,
  others: readonly JudgedReading[],
): string | null {
  const right = others.find(({ verdict }) => verdict === 'REPRODUCED');
  if (main.verdict !== 'CONTRADICTED' || !right || !printed) return null;
  return `The published figure is the one ${right.reading.basis}, not the one ${main.reading.basis}.`;
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
  const judged = reading.substitute === null ? judgement(claim, today, verdictToday, true) : '';
  const now = `${shown(claim, reading, today)}${judged}`;
  switch (reason) {
    case 'published since':
      return `It has been public since ${day}: ${figure} is ${now}.`;
    case 'later quarters':
      return `With the quarters that were published since, from ${day} on, ${figure} is ${now}.`;
    case 'restated':
      return `Figures that it is made from were restated since, first on ${day}; today, ${figure} is ${now}.`;
    case 'known otherwise':
      return `Documents published since, from ${day} on, print its inputs to another digit; today, ${figure} is ${now}.`;
  }
}

import type { JudgedReading } from './judged-reading.ts';

/** The reading that counts, under the name of all that come to the same, and those that do not. */
export function alike(readings: readonly JudgedReading[], main: JudgedReading) {
  const same = readings.filter((one) => outcomeIn(one) === outcomeIn(main));
  const others = readings.filter((one) => !same.includes(one));
  const basis = same.length > 1 ? commonBasis(same, others.length === 0) : main.reading.basis;
  return { main: { ...main, reading: { ...main.reading, basis } }, others };
}

/** All that a finding says of a reading but its name. */
function outcomeIn({ reading, onDay, today, verdict, verdictToday, change }: JudgedReading) {
  const { measure, unit, substitute, isStated, details } = reading;
  const labels = details.map(({ label }) => label);
  const said = [measure, unit, substitute, isStated, labels, onDay, today, verdict, verdictToday];
  return JSON.stringify([...said, change], (key, value) => (key === 'bounds' ? null : value));
}

function commonBasis(same: readonly JudgedReading[], isAll: boolean): string {
  const bases = same.map(({ reading }) => reading.basis);
  if (!isAll) return bases.join(' as well as ');
  const each = bases.length === 2 ? 'either' : 'every';
  return bases.every((basis) => basis.startsWith('on '))
    ? `on ${each} basis`
    : `in ${each} reading`;
}

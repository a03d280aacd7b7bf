import type { GroupView } from '../group-view.ts';
import { View } from '../view.ts';

/** A company or a group in a currency, as known on a day. */
export type SubjectView = View | GroupView;

/** The companies that its figures are of. */
export function companiesOf(subject: SubjectView): readonly View[] {
  return subject instanceof View ? [subject] : subject.members;
}

export function nameOf(subject: SubjectView): string {
  return subject instanceof View ? subject.company.name : subject.group.name;
}

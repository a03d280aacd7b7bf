import { addressOf } from '../state/address.ts';
import { START, type View } from '../state/view.ts';

/** What the menu leads to, under their names. */
export const MENU: readonly {
  readonly page?: View['page'];
  readonly name: string;
  readonly href: string;
}[] = [
  ...(
    [
      ['charts', 'Charts'],
      ['claims', 'Claims'],
      ['company', 'Companies'],
      ['screen', 'Screen'],
      ['news', 'What is new'],
    ] as const
  ).map(([page, name]) => ({ page, name, href: addressOf({ ...START, page }) })),
  { name: 'API', href: '/graphql' },
];

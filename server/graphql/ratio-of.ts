import { type CapexBasis, type FigureItem, figureItem, type Item } from '../domain/measures.ts';
import { inBasis } from './arguments.ts';
import { builder } from './builder.ts';
import { constantCase, Item as ItemEnum } from './enums.ts';
import { badUserInput } from './errors.ts';

/** The arguments of a ratio of any two items. */
export const inRatio = {
  ...builder.args((t) => ({
    of: t.field({ type: ItemEnum, required: true, description: 'What is divided.' }),
    to: t.field({ type: ItemEnum, required: true, description: 'What it is divided by.' }),
  })),
  ...inBasis,
};

/** The two items of a ratio. Throws BAD_USER_INPUT where they are the same. */
export function itemsOfRatio(
  of: Item,
  to: Item,
  basis: CapexBasis,
  argument = 'to',
): [FigureItem, FigureItem] {
  if (of === to) {
    throw badUserInput(`${constantCase(of)} over itself is 1; name two items.`, { argument });
  }
  return [figureItem(of, basis), figureItem(to, basis)];
}

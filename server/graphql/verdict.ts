import type { Verdict as VerdictWord } from '../claims/claim.ts';
import { builder } from './builder.ts';

export const Verdict = builder.enumType('Verdict', {
  description: 'What became of a published statement.',
  values: {
    REPRODUCED: {
      description:
        'The figure rounds to the printed one, or rounding of its inputs leaves that open; or the statement holds.',
    },
    APPROXIMATE: { description: 'The figure lies within 5 % of the printed one.' },
    CONTRADICTED: { description: 'The figure lies further away; or the statement does not hold.' },
    NOT_CHECKABLE: {
      description:
        'An input is not public, or what is spoken of is nothing that companies publish.',
    },
  } as const satisfies Record<VerdictWord, object>,
});

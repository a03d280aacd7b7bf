import type { Definition } from '../../generated/prisma/client.ts';
import { nextPosition } from './position.ts';
import { tableOf } from './table.ts';
import { definition, text } from './types.ts';

export const definitions = tableOf<Definition, 'position'>()(
  {
    slug: { ...definition, meaning: "The definition's short name, by which facts refer to it." },
    description: {
      ...text,
      meaning: 'What a concept means in one series, for a reader.',
      mayDiffer: true,
    },
  },
  {
    stored: 'definition',
    meaning: 'What a concept means in one series.',
    identity: ['slug'],
    order: 'stored.position',
    filled: { position: nextPosition('definition') },
  },
);

import { builder } from './builder.ts';

export const Definition = builder.prismaObject('Definition', {
  fields: (t) => ({
    slug: t.exposeString('slug'),
    description: t.exposeString('description'),
    rank: t.exposeInt('rank'),
  }),
});

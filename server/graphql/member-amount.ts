import type { MemberAmount as DomainMemberAmount } from '../domain/group-amount.ts';
import { Amount } from './amount.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';

const MemberAmount = builder.objectRef<DomainMemberAmount>('MemberAmount').implement({
  description: "A member's amount in the sum of a group.",
  fields: (t) => ({
    company: t.field({
      type: Company,
      description: 'The member.',
      resolve: ({ company }, _, { snapshot }) => snapshot.companyById(company.id),
    }),
    amount: t.field({
      type: Amount,
      description: "Its amount, in the group's currency.",
      resolve: ({ amount }) => amount,
    }),
  }),
});

builder.objectField(Amount, 'parts', (t) =>
  t.field({
    type: [MemberAmount],
    description: "What a group's amount adds up, a member each; empty for a company's.",
    resolve: ({ parts }) => parts,
  }),
);

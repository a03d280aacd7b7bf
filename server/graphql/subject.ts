import type { Company as CompanyRow } from '../generated/prisma/client.ts';
import type { CompanyGroup } from '../store/company-group.ts';
import { builder } from './builder.ts';
import { Company } from './company.ts';
import { Group } from './group.ts';

export const Subject = builder.unionType('Subject', {
  description: 'Whose figures a series shows: a company or a group.',
  types: [Company, Group],
  resolveType: (subject: CompanyRow | CompanyGroup) => ('members' in subject ? Group : Company),
});

import { expect, test } from 'vitest';
import { TOOLS } from './generated/tools.ts';
import { faultIn, withDefaults } from './tool-arguments.ts';

const tool = (name: (typeof TOOLS)[number]['name']) => TOOLS.find((each) => each.name === name)!;
const COMPANY = { company: { slug: 'alibaba' } };
const TABLE = {
  subjects: [{ company: { slug: 'alibaba' } }],
  measures: [{ item: 'CAPEX', over: 'REVENUE' }],
};

test.each([
  ['company', {}, 'company', 'company is missing; it takes an object with one of '],
  ['company', { company: null }, 'company', 'company is missing; '],
  ['company', { company: 'MSFT' }, 'company', 'e.g. {"ticker":"BABA"}, not "MSFT".'],
  ['company', { company: ['alibaba'] }, 'company', 'company takes an object with one of '],
  ['company', { company: {} }, 'company', 'not {}.'],
  ['company', { company: { slug: 'a', ticker: 'B' } }, 'company', 'with one of '],
  ['company', { company: { name: 'Tencent' } }, 'company.name', 'with one of '],
  ['company', { company: { toString: 'a' } }, 'company.toString', 'with one of '],
  ['company', { ...COMPANY, from: 'Q2 2024' }, 'from', 'from takes a quarter like 2025Q2, not'],
  ['company', { ...COMPANY, asOf: '2025' }, 'asOf', 'asOf takes a day like 2025-06-30, not'],
  ['company', { ...COMPANY, last: '4' }, 'last', 'last takes a whole number, not "4".'],
  ['company', { ...COMPANY, last: 1.5 }, 'last', 'last takes a whole number, not 1.5.'],
  ['company', { ...COMPANY, currency: 'usd' }, 'currency', 'currency takes one of CNY, '],
  ['company', { ...COMPANY, page: 2 }, 'page', 'company has no argument "page"; it takes company'],
  ['company', { ...COMPANY, from: '2025Q2', to: '2024Q1' }, 'from', 'up to that of to, 2024Q1'],
  ['group', { group: { companies: ['a'] } }, 'group.companies[0]', '{"ticker":"BABA"}, not "a".'],
  ['series', { ...TABLE, measures: [{ item: 'capex' }] }, 'measures[0].item', 'one of CAPEX, '],
  ['series', { ...TABLE, measures: [{}] }, 'measures[0].item', 'measures[0].item is missing; '],
  ['series', { ...TABLE, subjects: ['a'] }, 'subjects[0]', 'e.g. {"company":{"ticker":"BABA"}}'],
  ['screen', { where: { capex: '> 1' } }, 'where.capex', 'with any of gt, gte, lt, lte, not'],
  ['screen', { where: { capex: { gt: '1' } } }, 'where.capex.gt', 'takes a number, not "1".'],
] as const)('%s is told what is wrong with %j', (name, variables, argument, message) => {
  expect(faultIn(variables, tool(name))).toEqual({
    code: 'BAD_USER_INPUT',
    argument,
    message: expect.stringContaining(message),
  });
});

test('what is right has no fault, and neither has what is left out by null, or one alone in place of a list', () => {
  expect(faultIn({ ...COMPANY, last: null, from: '2024Q1' }, tool('company'))).toBeUndefined();
  expect(faultIn(TABLE, tool('series'))).toBeUndefined();
  const alone = { subjects: TABLE.subjects[0], measures: TABLE.measures[0] };
  expect(faultIn(alone, tool('series'))).toBeUndefined();
  expect(faultIn({ where: { capex: { gt: 1 } } }, tool('screen'))).toBeUndefined();
});

test('a tool says how much of a list it gives only where the call says nothing', () => {
  expect(withDefaults(COMPANY, tool('company'))).toEqual({ ...COMPANY, last: 4 });
  expect(withDefaults({ ...COMPANY, to: '2024Q4' }, tool('company'))).toMatchObject({ last: 4 });
  for (const told of [{ last: 1 }, { from: '2024Q1' }, { first: 2 }, { after: 'x' }]) {
    const asked = { ...COMPANY, ...told };
    expect(withDefaults(asked, tool('company'))).toEqual(asked);
  }
  expect(withDefaults({ after: 'x' }, tool('screen'))).toEqual({ after: 'x', first: 5 });
  expect(withDefaults({}, tool('glossary'))).toEqual({});
});

test('the description of an argument says what holds without it', () => {
  const { properties } = tool('comparison').inputSchema as {
    properties: Record<string, { description?: string }>;
  };
  expect(properties.last?.description).toMatch(/ Default: 2 unless from is given\.$/);
});

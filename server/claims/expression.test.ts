import { expect, test } from 'vitest';
import { lacksFigures, newestQuarter, withoutNothing } from './answer.ts';
import { expressionOf } from './expression.ts';

const answer = { a: { value: 1.5, bounds: { low: 1, high: 2 } }, list: [1, 2, 3], word: 'x' };

test.each([
  ['a.value * 100', 150],
  ['a.bounds.[low * 2, high * 2]', [2, 4]],
  ['$min([a.value, list[0]])', 1],
  ['a.value > 1 and list[1] = 2', true],
  ['($twice := a.value * 2; $twice - 1)', 2],
  ['"it is " & $formatNumber(a.value, "0.00")', 'it is 1.50'],
  ['a.nowhere * 100', undefined],
])('%s reads the answer', async (text, expected) => {
  const given = await expressionOf(text).of(answer);
  expect(given === undefined ? given : JSON.parse(JSON.stringify(given))).toEqual(expected);
});

test.each([
  ['a loop', '($f := function() { $f() }; $f())', 'lambda'],
  ['a recursion', '($f := function($x) { 1 + $f($x) }; $f(1))', 'lambda'],
  ['a long list', '$sum([1..10000000])', 'range'],
  ['a long text', '$pad("x", 100000000)', '$pad is not known here'],
  ['a search that goes back and forth', '$match(word, /(a+)+$/)', 'is not'],
  ['an expression within a text', '$eval("1")', '$eval is not known here'],
  ['the time', '$now()', '$now is not known here'],
  ['chance', '$random()', '$random is not known here'],
  ['whatever is there', '**.value', 'descendant'],
  ['what does not end', 'a.(', 'end of expression'],
])('%s is refused before it runs', (_, text, reason) => {
  expect(() => expressionOf(text)).toThrow(reason);
});

test('an expression that stumbles says over what', async () => {
  await expect(expressionOf('word * 2').of(answer)).rejects.toThrow('must evaluate to a number');
});

test('an expression that goes through a list for each of its items comes to an end', async () => {
  const list = Array.from({ length: 300 }, (_, x) => ({ x }));
  const text = '$sum(list.($sum($$.list.(x * $sum($$.list.x)))))';
  await expect(expressionOf(text).of({ list })).rejects.toThrow('it takes too long');
  expect(await expressionOf('$sum(list.(x * 2))').of({ list })).toBe(300 * 299);
});

test('what an expression gets to see cannot be changed by it, and nothing else can be seen', async () => {
  const before = JSON.stringify(answer);
  expect(await expressionOf('constructor').of(answer)).toBeUndefined();
  expect(await expressionOf('a.__proto__').of(answer)).toBeUndefined();
  await expressionOf('($a := 5; $a)').of(answer);
  expect(JSON.stringify(answer)).toBe(before);
});

test('an answer with anything missing gives no figure, except for bounds', () => {
  expect(lacksFigures({ a: { value: 1, bounds: null } })).toBe(false);
  expect(lacksFigures({ a: { value: null, bounds: null } })).toBe(true);
  expect(lacksFigures({ a: { b: [{ value: 1 }, null] } })).toBe(true);
  expect(withoutNothing({ a: { value: 1, bounds: null } })).toEqual({ a: { value: 1 } });
});

test('the newest quarter of an answer is the last of those that it names', () => {
  expect(newestQuarter({ a: '2025Q2', b: [{ c: '2026Q1' }, { c: 'in 2027Q1' }] })).toBe('2026Q1');
});

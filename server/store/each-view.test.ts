import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { eachView } from './each-view.ts';
import type { Views } from './views.ts';

/** Longer than all long work together may hold others up. */
function takeLong() {
  const end = performance.now() + 15;
  while (performance.now() < end);
}

test('others have their turn while companies are visited one after the other', async () => {
  const views = { passingView: (company: unknown) => company } as unknown as Views;
  const companies = Array.from({ length: 100 }, () => ({}) as never);
  const happened: string[] = [];
  let isOver = false;
  const others = () => {
    happened.push('others');
    if (!isOver) setImmediate(others);
  };
  setImmediate(others);
  await eachView(views, companies, [...companies.keys()], (_, place) => {
    if (place % 20 > 0) return;
    happened.push('visited');
    takeLong();
  });
  isOver = true;
  expect(happened.filter((what) => what === 'visited')).toHaveLength(5);
  expect(happened.join(' ')).not.toContain('visited visited visited');
});

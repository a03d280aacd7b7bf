import { formatGrowth, formatPercent } from '@capexgraph/client/format';
import type { ComponentChildren } from 'preact';
import { withMinus } from '../charts/print.ts';
import { REASON_WORDS, SHORT_REASONS } from '../state/words.ts';

/** What stands above a column; words stand at its left, figures at its right. */
export type Header = string | { readonly words: string };

/** A table of figures that keeps its first column, which is in words, and scrolls where it is too wide. */
export function FiguresTable({
  caption,
  header,
  rows,
}: {
  caption: string;
  header: readonly Header[];
  rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
}) {
  const columns = header.map((each, place) =>
    typeof each === 'string'
      ? { name: each, isWords: !place }
      : { name: each.words, isWords: true },
  );
  return (
    <>
      <p class="caption" aria-hidden="true">
        {caption}
      </p>
      <section class="scrolls" aria-label={caption} tabindex={0}>
        <table>
          <thead>
            <tr>
              {columns.map(({ name, isWords }) => (
                <th key={name} scope="col" class={isWords ? 'words' : ''}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells: [first, ...others] }) => (
              <tr key={key}>
                <th scope="row">{first}</th>
                {others.map((cell, index) => (
                  <td
                    key={columns[index + 1]!.name}
                    class={columns[index + 1]!.isWords ? 'words' : ''}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

interface Missing {
  readonly missing: readonly { readonly reason: string }[];
}

/** A figure as a link to its working, or why there is none. */
function FigureCell({
  text,
  missing: [first],
  href,
  label,
  isEstimated = false,
}: Missing & {
  /** Undefined where there is none. */
  text: string | undefined;
  href: string;
  label: string;
  isEstimated?: boolean;
}) {
  const shown = text ?? SHORT_REASONS[first?.reason ?? ''] ?? '–';
  return (
    <a
      class={text === undefined ? 'no-value short' : ''}
      href={href}
      aria-label={`${label}: ${shown}${isEstimated ? ESTIMATED : ''}`}
      title={text === undefined ? REASON_WORDS[first?.reason ?? ''] : undefined}
    >
      {shown}
      {isEstimated && <Estimated />}
    </a>
  );
}

/** Marks a figure that somebody else than the company estimated. */
export const ESTIMATED = ' est.';
export const Estimated = () => <small class="estimate">{ESTIMATED}</small>;

/** An amount of a column. */
export function MoneyCell({
  amount: { amount, quality, missing },
  print,
  ...place
}: {
  amount: Missing & { readonly amount: string | null; readonly quality: string | null };
  /** As the others of the column. */
  print: (value: number) => string;
  href: string;
  label: string;
}) {
  return (
    <FigureCell
      {...place}
      text={amount === null ? undefined : print(Number(amount))}
      missing={missing}
      isEstimated={quality === 'ESTIMATED'}
    />
  );
}

/** A growth rate or a ratio. */
export function FractionCell({
  measure: { value, missing },
  isGrowth = false,
  ...place
}: {
  measure: Missing & { readonly value: number | null };
  href: string;
  label: string;
  isGrowth?: boolean;
}) {
  const format = isGrowth ? formatGrowth : formatPercent;
  return (
    <FigureCell
      {...place}
      text={value === null ? undefined : withMinus(format(value))}
      missing={missing}
    />
  );
}

import { formatGrowth, formatMoney, formatPercent } from '@capexgraph/client/format';
import type { ComponentChildren } from 'preact';
import { REASON_WORDS } from '../state/words.ts';

/** A table of figures that keeps its first column in words, and scrolls where it is too wide. */
export function FiguresTable({
  caption,
  header,
  rows,
}: {
  caption: string;
  header: readonly string[];
  rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
}) {
  return (
    <section class="scrolls" aria-label={caption} tabindex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {header.map((name) => (
              <th key={name} scope="col">
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
                <td key={header[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Missing {
  readonly missing: readonly { readonly reason: string }[];
}

/** An amount as a link to its working, or why there is none. */
export function MoneyCell({
  amount,
  href,
  label,
}: {
  amount: Missing & {
    readonly amount: string | null;
    readonly currency: string;
    readonly quality: string | null;
  };
  href: string;
  label: string;
}) {
  const isTrillions = Math.abs(Number(amount.amount)) >= 1e12;
  const text = formatMoney(amount, { missing: reasonOf(amount), digits: isTrillions ? 2 : 1 });
  return (
    <a
      class={amount.amount === null ? 'no-value' : ''}
      href={href}
      aria-label={`${label}: ${text}`}
    >
      {text}
      {amount.quality === 'ESTIMATED' && ' (est.)'}
    </a>
  );
}

/** A growth rate or a ratio as a link to its working, or why there is none. */
export function FractionCell({
  measure,
  href,
  label,
  isGrowth = false,
}: {
  measure: Missing & { readonly value: number | null };
  href: string;
  label: string;
  isGrowth?: boolean;
}) {
  const text = (isGrowth ? formatGrowth : formatPercent)(measure, { missing: reasonOf(measure) });
  return (
    <a
      class={measure.value === null ? 'no-value' : ''}
      href={href}
      aria-label={`${label}: ${text}`}
    >
      {text}
    </a>
  );
}

const reasonOf = ({ missing: [first] }: Missing) => REASON_WORDS[first?.reason ?? ''] ?? '–';

import { useState } from 'preact/hooks';
import type { ChartData } from '../charts/model.ts';
import { columnPrinter } from '../charts/print.ts';
import { ESTIMATED, Estimated } from './figures-table.tsx';

/** The numbers of a chart as a table; each is a link to its working. */
export function DataTable({ chart, caption }: { chart: ChartData; caption: string }) {
  const [sort, setSort] = useState({ column: -1, isDescending: true });
  const { periods } = chart;
  // Growth and ratios have no parts that add up to them.
  const columns = chart.lines.flatMap((line) => [
    line,
    ...line.parts.filter(({ points }) => points.some(({ value }) => value !== null)),
  ]);
  const { kind, currency } = chart.unit;
  const printers = columns.map(({ points }) =>
    kind === 'MONEY'
      ? columnPrinter(
          points.map(({ value }) => value),
          currency,
        )
      : undefined,
  );
  const rows = periods.map((period, index) => ({ period, index }));
  rows.sort((one, other) => {
    const order =
      sort.column < 0
        ? one.index - other.index
        : (valueAt(sort.column, one.index) ?? -Infinity) -
          (valueAt(sort.column, other.index) ?? -Infinity);
    return sort.isDescending ? -order : order;
  });
  function valueAt(column: number, index: number) {
    return columns[column]?.points[index]?.value;
  }
  const header = (column: number, name: string) => (
    <th
      key={column}
      scope="col"
      aria-sort={
        sort.column !== column ? undefined : sort.isDescending ? 'descending' : 'ascending'
      }
    >
      <button
        type="button"
        onClick={() =>
          setSort({ column, isDescending: sort.column === column ? !sort.isDescending : true })
        }
      >
        {name}
        {sort.column === column && (sort.isDescending ? '\u00a0↓' : '\u00a0↑')}
      </button>
    </th>
  );
  return (
    <section class="scrolls" aria-label="Table" tabindex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {header(-1, 'Period')}
            {columns.map(({ name }, column) => header(column, name))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ period, index }) => (
            <tr key={period}>
              <th scope="row">{period}</th>
              {columns.map(({ points }, column) => {
                const point = points[index]!;
                const { key, name, parts } = columns[column]!;
                const text =
                  point.value === null
                    ? point.text
                    : (printers[column]?.(point.value) ?? point.text);
                return (
                  <td key={key} class={parts.length ? 'sum' : ''}>
                    <a
                      class={point.value === null ? 'no-value' : ''}
                      href={point.href}
                      aria-label={`${name}, ${period}: ${text}${point.isEstimated ? ESTIMATED : ''}`}
                      title={point.span || undefined}
                    >
                      {text}
                      {point.isEstimated && <Estimated />}
                    </a>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

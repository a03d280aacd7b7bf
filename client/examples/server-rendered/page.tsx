import type { ComparisonQuery } from '@capexgraph/client';
import { formatGrowth, formatMoney, formatPercent } from '@capexgraph/client/format';

/** Two groups, quarter by quarter, newest first. */
export function Page({ comparison }: { comparison: ComparisonQuery['comparison'] }) {
  const { baseline, challenger, outgrowthRuns, quarters } = comparison;
  const runs = outgrowthRuns
    .map(({ from, to }) => (from === to ? from : `${from} to ${to}`))
    .join(', ');
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{`${challenger.name} against ${baseline.name}`}</title>
      </head>
      <body>
        <h1>
          Are {challenger.name} catching up with {baseline.name}?
        </h1>
        <p>
          Their capital expenditures grew faster over the year in these quarters: {runs || 'none'}.
        </p>
        <table>
          <thead>
            <tr>
              <th>Quarter</th>
              <th>{challenger.name}</th>
              <th>over the year</th>
              <th>of revenue</th>
              <th>{baseline.name}</th>
              <th>over the year</th>
              <th>of revenue</th>
            </tr>
          </thead>
          <tbody>
            {quarters.toReversed().map((quarter) => (
              <tr key={quarter.calendarQuarter}>
                <th>{quarter.calendarQuarter}</th>
                <Figures of={quarter.challenger} />
                <Figures of={quarter.baseline} />
              </tr>
            ))}
          </tbody>
        </table>
      </body>
    </html>
  );
}

type Quarter = ComparisonQuery['comparison']['quarters'][number]['baseline'];

function Figures({ of }: { of: Quarter }) {
  if (!of) return <td colSpan={3}>not published yet</td>;
  // Why a figure is missing stands where the figure would.
  const missing = of.capex.missing.map(({ company }) => `${company.name}: no figure`).join(', ');
  return (
    <>
      <td>{formatMoney(of.capex, { missing })}</td>
      <td>{formatGrowth(of.capex.overTheYear)}</td>
      <td>{formatPercent(of.capexToRevenue)}</td>
    </>
  );
}

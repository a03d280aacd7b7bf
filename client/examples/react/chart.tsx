import { formatGrowth, formatMoney } from '@capexgraph/client/format';
import { moneyTicks } from '@capexgraph/client/ticks';
import type { Company } from './queries.ts';

const [WIDTH, HEIGHT, FOOT, HEAD, LEFT] = [520, 200, 16, 28, 40];

/** Capital expenditures as bars, each with its amount and its growth over the year. */
export function Chart({ company }: { company: Company }) {
  const quarters = company.quarters.nodes;
  const values = quarters.map(({ capex }) => capex.value);
  const ticks = moneyTicks(values, { currency: 'USD', count: 4 });
  const highest = ticks.at(-1)?.value ?? 0;
  const width = (WIDTH - LEFT) / quarters.length;
  const yOf = (value: number) => HEIGHT - FOOT - (value / highest) * (HEIGHT - FOOT - HEAD);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${company.name}, by quarter`}>
      {ticks.map(({ value, label }) => (
        <text key={label} x={0} y={yOf(value)} textAnchor="start">
          {label}
        </text>
      ))}
      {quarters.map(({ calendarQuarter, capex }, index) => {
        const top = yOf(capex.value ?? 0);
        const left = LEFT + index * width;
        const middle = left + width / 2;
        return (
          <g key={calendarQuarter}>
            <title>{capex.missing.map(({ reason }) => reason).join(', ')}</title>
            <rect x={left + 2} y={top} width={width - 4} height={HEIGHT - FOOT - top} />
            <text x={middle} y={top - 13}>
              {formatMoney(capex)}
            </text>
            <text x={middle} y={top - 3}>
              {formatGrowth(capex.overTheYear, { digits: 0 })}
            </text>
            <text x={middle} y={HEIGHT - 3}>
              {calendarQuarter}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

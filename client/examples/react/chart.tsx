import { formatGrowth, formatMoney } from '@capexgraph/client/format';
import type { Company } from './queries.ts';

const [WIDTH, HEIGHT, FOOT, HEAD] = [480, 200, 16, 28];

/** Capital expenditures as bars, each with its amount and its growth over the year. */
export function Chart({ company }: { company: Company }) {
  const quarters = company.quarters.nodes;
  const highest = Math.max(...quarters.map(({ capex }) => capex.value ?? 0));
  const width = WIDTH / quarters.length;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${company.name}, by quarter`}>
      {quarters.map(({ calendarQuarter, capex }, index) => {
        const height = ((capex.value ?? 0) / highest) * (HEIGHT - FOOT - HEAD);
        const top = HEIGHT - FOOT - height;
        const middle = (index + 0.5) * width;
        return (
          <g key={calendarQuarter}>
            <title>{capex.missing.map(({ reason }) => reason).join(', ')}</title>
            <rect x={index * width + 2} y={top} width={width - 4} height={height} />
            <text x={middle} y={top - 13}>
              {formatMoney(capex, { locale: 'en' })}
            </text>
            <text x={middle} y={top - 3}>
              {formatGrowth(capex.overTheYear.value, { locale: 'en', digits: 0 })}
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

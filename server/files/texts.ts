import { formatDay } from '../domain/day.ts';
import { TAXONOMY } from '../domain/measures.ts';
import { CONCEPTS } from '../domain/vocabulary.ts';
import { columnsOf } from '../importers/tables/sql.ts';
import { TABLE_NAMES, tableNamed } from '../importers/tables/tables.ts';
import { citationOf, LICENCE, TITLE } from '../store/citation.ts';
import type { Edition } from './edition.ts';

/** What the tables and their columns mean, for a reader. */
export function readme(edition: Edition): string {
  const tables = TABLE_NAMES.map((name) => {
    const columns = columnsOf(name).map(([column, { meaning, field }]) => {
      const words = field.constraints?.enum?.join(', ');
      return `| ${column} | ${meaning}${words ? ` One of ${words}.` : ''} |`;
    });
    return [
      `## ${name}.csv`,
      '',
      tableNamed(name).meaning,
      '',
      '| column | meaning |',
      '|---|---|',
      ...columns,
    ].join('\n');
  });
  return `# ${TITLE}

Version ${edition.version}: a digest of all rows, the same wherever they are and in whatever order they came.

A Data Package: \`datapackage.json\` describes each table for programs. The files are CSV in UTF-8, with a
line of column names; an empty cell says nothing. Money is in whole units of the currency that the
document printed. Figures are those that documents print, of a quarter, half a year, nine months or a
year: what follows from them (quarters by subtraction, growth, ratios, sums) is Capexgraph's API to say, which has
them as CSV, too, e.g. at \`/data/series.csv?subjects=alibaba,tencent&measures=capex,capex/revenue\`.

A table is read in one line, e.g. \`pandas.read_csv("facts.csv")\` in Python or \`read.csv("facts.csv")\` in R. In a
spreadsheet, import it as text in UTF-8 with commas between the columns.

How to cite it: ${citationOf(edition.version, edition.completeTo)}

${tables.join('\n\n')}

## What is measured

| concept | meaning |
|---|---|
${CONCEPTS.map((name) => `| ${name} | ${TAXONOMY[name].meaning} |`).join('\n')}
`;
}

/** Under which terms the files may be used. */
export function licence(): string {
  return `The compilation, which is the choice, the order and the description of the figures, is licensed under
${LICENCE.title} (${LICENCE.name}): ${LICENCE.path}
Whoever uses it says that it comes from Capexgraph, and in which version; CITATION.cff says how.

The program that works figures out from it is licensed under the MIT License.

The documents that the figures were taken from are their publishers', and stay under their terms;
sources.csv says for each who published it and where it can be read.
`;
}

/** How to cite the dataset, in the Citation File Format. */
export function citationFile({ version, completeTo }: Edition): string {
  const released = completeTo === null ? '' : `date-released: "${formatDay(completeTo)}"\n`;
  return `cff-version: 1.2.0
message: If you use this dataset, please cite it as below.
type: dataset
title: "${TITLE}"
authors:
  - name: Capexgraph contributors
version: "${version}"
${released}license: ${LICENCE.name}
`;
}

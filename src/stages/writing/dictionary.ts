/** output/README.md: the data dictionary, made from the same columns as the tables. */
import type { Column, Table } from './column.ts';
import { DASHBOARDS } from './dashboards.ts';

const OPENING = `# What comes out

Every run of detente writes one folder, \`output/<job>/runs/<stamp>/\`, and then points \`output/<job>/latest\` at it in one step: whoever reads \`latest/\` never
sees two runs mixed. This page is made from the same list of columns as the tables and \`datapackage.json\`; do not edit it by hand (\`npm run dictionary\`).

- Text is UTF-8, lines end as RFC 4180 asks, dates are ISO 8601, decimals have a point and six digits. An empty cell is a missing value, never zero.
- Every table lies beside its CSV as Parquet too (\`years.parquet\`): the same rows and columns, text without guards, numbers as numbers, days as dates, null for
  what is missing.
- Rows are sorted by code point. The same store gives the same bytes.
- A text cell that a spreadsheet could take for a formula, or for a number or day in another form (\`1/2\`, \`007\`, sixteen digits), begins with an apostrophe, which
  is not in the Parquet files.
- One distinct statement is one observation, however many outlets carry it; copies count as reach (\`articles\`, \`outlets\`).
  So do statements that are a part of a longer one of the same speaker (docs/ARCHITECTURE.md).
- Only statements about relations between the two sides have a tone. Tone lies in [-1, 1]: -1 hostile, 1 cooperative.
- Undated statements have a row of their own (\`period\` = undated) and stay out of trends.
- \`ci_low\`, \`ci_high\`: how far the mean of these scores would move with other statements of the same sort. \`corrected_low\`, \`corrected_high\`: where the mean
  lies that people would give, errors of the scores included (\`detente sample\` and \`detente validate\`; docs/VALIDATION.md).
- What is too thin to say is empty: no interval from fewer than three articles, no slope below eight dated years. Each column says when it is missing.

| file | one row per | key |
|-|-|-|
`;

const CLOSING = `## Other files

- \`datapackage.json\`: this dictionary for machines (Frictionless Tabular Data Package).
- \`run.json\`: versions, hashes of inputs, lexicons and outputs, counts.
- \`report.html\`: the page to read in the morning; one file, no network, works from a mail attachment.
- \`charts/*.vl.json\`: the page's charts as Vega-Lite; they load the tables beside them.
`;

/** The whole page as Markdown. */
export function writeDictionary(tables: readonly Table<never>[]): string {
  const list = tables
    .map((table) => `| [${table.name}.csv](#${table.name}csv) | ${table.title.toLowerCase()} | ${table.primaryKey.join(', ') || '-'} |`)
    .join('\n');
  return `${OPENING}${list}\n\n${tables.map(explainTable).join('\n')}\n${CLOSING}\n${DASHBOARDS}`;
}

function explainTable(table: Table<never>): string {
  const keys = table.foreignKeys.map((key) => `\`${key.fields}\` refers to \`${key.reference}\` in ${key.table}.csv.`);
  const rows = table.columns.map(explainColumn).join('\n');
  return `## ${table.name}.csv\n\n${[table.description, ...keys].join(' ')}\n\n| column | type | unit | what it is |\n|-|-|-|-|\n${rows}\n`;
}

function explainColumn({ name, type, unit, description, constraints }: Column<never>): string {
  const range =
    constraints?.minimum !== undefined && constraints.maximum !== undefined ? `, ${constraints.minimum} to ${constraints.maximum}` : '';
  return `| ${name} | ${type}${range} | ${unit ?? ''} | ${description.replaceAll('|', '\\|')} |`;
}

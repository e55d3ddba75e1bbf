/** datapackage.json: the schema of all tables, https://specs.frictionlessdata.io/data-package/ */
import type { Column, Table } from './column.ts';
import type { RunFacts } from './facts.ts';

/** Raised when a column changes its name or meaning; new columns at the end do not count. */
export const SCHEMA_VERSION = '1';

/** The data package of these tables, as JSON text. */
export function describePackage(tables: readonly Table<never>[], facts: RunFacts): string {
  const description = {
    profile: 'tabular-data-package',
    name: slug(facts.job),
    title: facts.title,
    description:
      'Statements quoted in news text, scored for their tone toward cooperation, and their trends. Missing cells are empty; decimals have a point.',
    version: SCHEMA_VERSION,
    created: `${facts.date}T00:00:00Z`,
    resources: tables.map(describeResource),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function describeResource(table: Table<never>): object {
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    title: table.title,
    description: table.description,
    path: `${table.name}.csv`,
    // Not part of the standard, which knows no table in two forms: the same rows for programs that read Parquet.
    alternates: [{ path: `${table.name}.parquet`, format: 'parquet', mediatype: 'application/vnd.apache.parquet' }],
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: table.columns.map(describeField),
      missingValues: [''],
      ...(table.primaryKey.length > 0 && { primaryKey: table.primaryKey }),
      ...(table.foreignKeys.length > 0 && {
        foreignKeys: table.foreignKeys.map((key) => ({ fields: key.fields, reference: { resource: key.table, fields: key.reference } })),
      }),
    },
  };
}

function describeField(column: Column<never>): object {
  const { name, type, description, unit, constraints } = column;
  return { name, type, description, ...(unit !== undefined && { unit }), ...(constraints !== undefined && { constraints }) };
}

/** A data package's name: lower case, no blanks. */
function slug(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z0-9._-]+/g, '-');
  return /[a-z0-9]/.test(plain) ? plain : 'detente';
}

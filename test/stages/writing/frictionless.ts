/** Checks tables against their data package, as https://specs.frictionlessdata.io/table-schema/ reads. */
import { parse } from 'csv-parse/sync';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly constraints?: {
    readonly required?: boolean;
    readonly unique?: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly enum?: readonly string[];
  };
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly {
      readonly fields: string;
      readonly reference: { readonly resource: string; readonly fields: string };
    }[];
  };
}

type Rows = readonly Readonly<Record<string, string>>[];

const FORMS: Readonly<Record<string, RegExp>> = {
  string: /^[\s\S]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  array: /^\[.*\]$/,
};

/** Everything that is wrong, one line each; empty where the package is sound. */
export function checkPackage(files: Readonly<Record<string, string>>): readonly string[] {
  const { resources } = JSON.parse(files['datapackage.json'] ?? '{}') as { resources: readonly Resource[] };
  const tables = new Map(resources.map((resource) => [resource.name, readTable(files[resource.path])]));
  return resources.flatMap((resource) => checkResource(resource, tables));
}

function readTable(text: string | undefined): Rows {
  return parse(text ?? '', { columns: true, record_delimiter: '\r\n' }) as Rows;
}

function checkResource({ name, schema }: Resource, tables: ReadonlyMap<string, Rows>): readonly string[] {
  const rows = tables.get(name) ?? [];
  const names = schema.fields.map((field) => field.name).join();
  const header = rows[0] === undefined || Object.keys(rows[0]).join() === names ? [] : [`${name}: columns differ from the schema`];
  const cells = rows.flatMap((row, i) =>
    schema.fields.flatMap((field) => checkCell(field, row[field.name] ?? '').map((fault) => `${name}:${i + 2}: ${field.name} ${fault}`)),
  );
  const keys = schema.primaryKey === undefined ? [] : checkKey(rows, schema.primaryKey).map((fault) => `${name}: ${fault}`);
  const unique = schema.fields.filter((field) => field.constraints?.unique).flatMap((field) => checkKey(rows, [field.name]));
  const references = (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
    const known = new Set((tables.get(reference.resource) ?? []).map((row) => row[reference.fields]));
    return rows
      .filter((row) => row[fields] !== '' && !known.has(row[fields]))
      .map((row) => `${name}: ${fields} ${row[fields]} is not in ${reference.resource}`);
  });
  return [...header, ...cells, ...keys, ...unique, ...references];
}

function checkCell({ type, constraints = {} }: Field, cell: string): readonly string[] {
  if (cell === '') return constraints.required ? ['is missing'] : [];
  if (!FORMS[type]?.test(cell)) return [`is no ${type}: ${cell}`];
  if (type === 'array') JSON.parse(cell);
  const value = Number(cell);
  return [
    ...(constraints.minimum !== undefined && value < constraints.minimum ? [`is below ${constraints.minimum}: ${cell}`] : []),
    ...(constraints.maximum !== undefined && value > constraints.maximum ? [`is above ${constraints.maximum}: ${cell}`] : []),
    ...(constraints.enum !== undefined && !constraints.enum.includes(cell) ? [`is none of ${constraints.enum.join(', ')}: ${cell}`] : []),
  ];
}

function checkKey(rows: Rows, key: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const value = JSON.stringify(key.map((name) => row[name]));
    const faults = [
      ...(seen.has(value) ? [`key ${value} occurs twice`] : []),
      ...(key.some((name) => row[name] === '') ? [`key ${value} is incomplete`] : []),
    ];
    seen.add(value);
    return faults;
  });
}

/**
 * Opens every table in LibreOffice, without a window: dates are dates, numbers numbers, and no hostile text has become a formula. Ten thousand random hostile
 * cells go the same way, and a plain =1+1 is shown to become one, so that the check can fail. Then all goes through it and back: a hundred thousand cells that
 * look like numbers, days or hours, and every cell of every table. tools/run checks/spreadsheet [FOLDER] [ROWS]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { ColumnType } from '../src/stages/writing/column.ts';
import { formatHeader, formatRows } from '../src/stages/writing/csv.ts';
import { tablesOf } from '../src/stages/writing/tables.ts';
import { makePage } from '../tools/made.ts';

const folder = resolve(process.argv[2] ?? join('output', 'bench-spreadsheet'));
const CELLS = 10_000;
/** Cells that look like something else, and statements of the tables that go to LibreOffice and back. */
const LOOKALIKES = Number(process.argv[3] ?? 100_000);
const STATEMENTS = Math.ceil(LOOKALIKES / 20);
const LOOKS = [
  '0',
  '00',
  '1',
  '7',
  '12',
  '31',
  '2018',
  '1.50',
  '1,000',
  '/',
  '-',
  ':',
  '.',
  ',',
  'e',
  'E',
  'e5',
  '+',
  '%',
  '$',
  ' ',
  'Mar',
  'March',
  'May',
  'TRUE',
  'false',
  '(',
  ')',
  '7292853538009782',
  'T',
  'W12',
  "'",
];
const PARTS = [
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  '\u0000',
  '\u200b',
  '\ufeff',
  '\u2060',
  '\u00a0',
  '\uff1d',
  '\uff0b',
  '\uff0d',
  '\uff20',
  ' ',
  '"',
  "'",
  ',',
  ';',
  '|',
  '1',
  '1+1',
  'A1',
  'cmd',
  '!A0',
  'HYPERLINK("https://hit.example")',
  'SUM(A1)',
];
const faults: string[] = [];

function check(what: string, isRight: boolean): void {
  process.stdout.write(`${isRight ? 'ok  ' : 'FAIL'} ${what}\n`);
  if (!isRight) faults.push(what);
}

/** Texts of a fixed sequence, each made of up to six parts: the same every time. */
function madeCells(parts: readonly string[], count: number): readonly string[] {
  let state = 7;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  return Array.from({ length: count }, () => Array.from({ length: 1 + next(6) }, () => parts[next(parts.length)]).join(''));
}

/** The sheets as LibreOffice reads them, as flat XML; special numbers are detected and formulas evaluated, as in the import dialogue at its most eager. */
function openSheets(paths: readonly string[]): ReadonlyMap<string, string> {
  const filter = '--infilter=CSV:44,34,76,1,,1033,false,true';
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  spawnSync('soffice', [profile, '--headless', filter, '--convert-to', 'fods', '--outdir', folder, ...paths], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  const names = paths.map((path) => basename(path, '.csv'));
  if (!names.some((name) => existsSync(join(folder, `${name}.fods`)))) return new Map();
  return new Map(names.map((name) => [name, readFileSync(join(folder, `${name}.fods`), 'utf8')]));
}

/** The tables as LibreOffice writes them after it has read them, with its import dialogue as it comes. */
function throughAndBack(paths: readonly string[]): ReadonlyMap<string, readonly string[][]> {
  const out = join(folder, 'back');
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const filters = [
    '--infilter=CSV:44,34,76,1,,1033,false,false',
    '--convert-to',
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false',
  ];
  spawnSync('soffice', [profile, '--headless', ...filters, '--outdir', out, ...paths], { stdio: 'ignore', timeout: 600_000 });
  return new Map(
    paths.map((path) => [basename(path, '.csv'), parse(readFileSync(join(out, basename(path)), 'utf8'), READING) as string[][]]),
  );
}

const READING = { relax_column_count: true, record_delimiter: ['\r\n', '\n'], bom: true };

/** Whether a cell came back as it went: a number by its value, a truth value in capitals, line ends as one. */
function isSame(went: string, came: string, type: ColumnType | undefined): boolean {
  if (went === came) return true;
  if (type === 'number' || type === 'integer') return went !== '' && came !== '' && Number(went) === Number(came);
  if (type === 'boolean') return went.toUpperCase() === came;
  return went.replaceAll('\r\n', '\n') === came.replaceAll('\r\n', '\n');
}

function compareTable(name: string, path: string, came: readonly string[][], types: readonly (ColumnType | undefined)[]): void {
  const went = parse(readFileSync(path, 'utf8'), { ...READING, record_delimiter: '\r\n' }) as string[][];
  const changed = went.flatMap((row, i) =>
    row.flatMap((cell, j) =>
      isSame(cell, came[i]?.[j] ?? '', types[j]) ? [] : [`${JSON.stringify(cell)} came back as ${JSON.stringify(came[i]?.[j] ?? '')}`],
    ),
  );
  check(
    `${name}.csv: ${went.length} rows came back the same ${changed.length > 0 ? `but ${changed.length} cells: ${changed.slice(0, 5).join(' | ')}` : ''}`,
    changed.length === 0 && went.length === came.length,
  );
}

if (spawnSync('soffice', ['--version']).error !== undefined) {
  process.stdout.write('spreadsheet: skipped, no LibreOffice (apt-get install --no-install-recommends libreoffice-calc)\n');
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const columns = [{ name: 'text', type: 'string', description: '', cell: (row: string) => row }] as const;
  writeFileSync(join(folder, 'control.csv'), 'x\r\n=1+1\r\n');
  writeFileSync(join(folder, 'random.csv'), formatHeader(columns, false) + formatRows(columns, madeCells(PARTS, CELLS)));
  await makePage(join(folder, 'tables'), { isHostile: true, count: 1000 });
  const tables = readdirSync(join(folder, 'tables')).filter((file) => file.endsWith('.csv'));
  const sheets = openSheets([
    ...['control.csv', 'random.csv'].map((name) => join(folder, name)),
    ...tables.map((name) => join(folder, 'tables', name)),
  ]);
  if (sheets.size === 0) process.stdout.write('spreadsheet: skipped, LibreOffice is here but opens nothing\n');
  for (const [name, xml] of sheets) {
    const [dates, numbers, formulas] = ['office:value-type="date"', 'office:value-type="float"', 'table:formula='].map(
      (sign) => xml.split(sign).length - 1,
    );
    if (name === 'control') check('a plain =1+1 is taken for a formula: the check can fail', formulas === 1);
    else if (name === 'random') check(`none of ${CELLS} random hostile cells is a formula`, formulas === 0);
    else check(`${name}.csv: ${dates} dates, ${numbers} numbers, no formula`, formulas === 0);
    if (/^(statements|years|side_years|speaker_|outlet_|terms|coverage)/.test(name))
      check(`${name}.csv has dates and numbers`, Number(dates) > 0 && Number(numbers) > 0);
  }
  if (sheets.size > 0) {
    const look = join(folder, 'lookalikes.csv');
    writeFileSync(look, formatHeader(columns, false) + formatRows(columns, madeCells(LOOKS, LOOKALIKES)));
    await makePage(join(folder, 'plain'), { isHostile: false, count: STATEMENTS });
    const names = tablesOf(['US', 'Russia']);
    const paths = names.map(({ name }) => join(folder, 'plain', `${name}.csv`));
    const back = throughAndBack([look, ...paths]);
    compareTable('lookalikes', look, back.get('lookalikes') ?? [], ['string']);
    for (const [i, { name, columns }] of names.entries())
      compareTable(
        name,
        paths[i] ?? '',
        back.get(name) ?? [],
        columns.map(({ type }) => type),
      );
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
}

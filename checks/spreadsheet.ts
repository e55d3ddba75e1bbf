/**
 * Opens every table in LibreOffice, without a window: dates are dates, numbers numbers, and no hostile text has become a formula. Ten thousand random hostile
 * cells go the same way, and a plain =1+1 is shown to become one, so that the check can fail. tools/run checks/spreadsheet [FOLDER]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { formatHeader, formatRows } from '../src/stages/writing/csv.ts';
import { makePage } from '../tools/made.ts';

const folder = resolve(process.argv[2] ?? join('output', 'bench-spreadsheet'));
const CELLS = 10_000;
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

/** Text of a fixed sequence: the same cells every time. */
function hostileCells(): readonly string[] {
  let state = 7;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
  return Array.from({ length: CELLS }, () => Array.from({ length: 1 + next(6) }, () => PARTS[next(PARTS.length)]).join(''));
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

if (spawnSync('soffice', ['--version']).error !== undefined) {
  process.stdout.write('spreadsheet: skipped, no LibreOffice (apt-get install --no-install-recommends libreoffice-calc)\n');
} else {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const columns = [{ name: 'text', type: 'string', description: '', cell: (row: string) => row }] as const;
  writeFileSync(join(folder, 'control.csv'), 'x\r\n=1+1\r\n');
  writeFileSync(join(folder, 'random.csv'), formatHeader(columns, false) + formatRows(columns, hostileCells()));
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
  process.exitCode = faults.length === 0 ? 0 : 1;
}

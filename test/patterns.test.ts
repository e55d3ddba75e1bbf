import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Node, parse } from 'acorn';
import { simple } from 'acorn-walk';
import { analyse } from 'scslre';
import { afterAll, expect, it } from 'vitest';

const DIST = join(import.meta.dirname, '..', 'dist');

/** A pattern, and where it stands. */
interface Found {
  readonly pattern: RegExp;
  readonly place: string;
}

/** Why the time of a pattern can grow faster than the text, or nothing: two of its parts share what they match, or it is tried anew all along what it passes over. */
function slowness({ pattern: { source, flags }, place }: Found): readonly string[] {
  return analyse({ source, flags }).reports.map(
    ({ type, exponential }) => `${place}: /${source}/${flags} (${exponential ? 'exponential' : type})`,
  );
}

/** The patterns that are written out in a compiled module. */
function patternsIn(name: string): readonly Found[] {
  const found: Found[] = [];
  const add = (node: Node & { readonly regex?: { readonly pattern: string; readonly flags: string } }): void => {
    if (node.regex) found.push({ pattern: new RegExp(node.regex.pattern, node.regex.flags), place: `${name}:${node.loc?.start.line}` });
  };
  const module = parse(readFileSync(join(DIST, name), 'utf8'), { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  simple(module, { Literal: add });
  return found;
}

const Pattern = globalThis.RegExp;
afterAll(() => {
  globalThis.RegExp = Pattern;
});

it.each([
  ['a run that is tried anew at each of its signs', /\s+$/, 'Move'],
  ['two runs of the same signs', /^\s*x?\s*y/, 'Trade'],
  ['a run of runs', /^(?:a+)+b/, 'exponential'],
])('%s is seen', (_what, pattern, expected) => {
  expect(slowness({ pattern, place: 'here' }).join()).toContain(expected);
});

it('no pattern takes time that grows faster than the text it meets', () => {
  const names = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  const found = names.flatMap(patternsIn);
  expect(found.length).toBeGreaterThan(1000);
  expect(found.flatMap(slowness)).toEqual([]);
});

it('nor does one that is put together from parts and lists', async () => {
  const made = new Map<string, Found>();
  globalThis.RegExp = new Proxy(Pattern, {
    construct(target, words) {
      const pattern = Reflect.construct(target, words, Pattern) as RegExp;
      const place = new Error().stack?.split('\n')[2] ?? '';
      if (place.includes('/dist/')) made.set(String(pattern), { pattern, place: place.replace(/.*\/dist\//, '') });
      return pattern;
    },
  });
  const { buildProgram } = await import(join(DIST, 'cli', 'program.js'));
  const write = process.stdout.write;
  process.stdout.write = () => true;
  try {
    await buildProgram().parseAsync(['node', 'detente', 'extract', 'jobs/sample/articles']);
  } finally {
    process.stdout.write = write;
    globalThis.RegExp = Pattern;
  }
  expect(made.size).toBeGreaterThan(20);
  expect([...made.values()].flatMap(slowness)).toEqual([]);
});

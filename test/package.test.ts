import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Packed {
  readonly files: readonly { readonly path: string }[];
}

/** What `npm pack` would put into the package; it builds nothing and fetches nothing. */
function packed(): readonly string[] {
  const out = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8' });
  const [first] = JSON.parse(out) as readonly Packed[];
  return (first?.files ?? []).map(({ path }) => path);
}

it('the package holds the program, the lexicons, the jobs with their sample, and what a user has to know; nothing else', () => {
  const files = packed();
  const needed = [
    ...['package.json', 'README.md', 'LICENSE', 'CITATION.cff', 'CHANGELOG.md', 'dist/main.js', 'dist/night/worker.js'],
    ...[
      'jobs/nightly.yaml',
      'jobs/schedule/detente.service',
      'lexicons/english/modifiers.csv',
      'lexicons/us-russia/speakers.csv',
      'output/README.md',
    ],
  ];
  expect(needed.filter((name) => !files.includes(name))).toEqual([]);
  const allowed =
    /^(?:package\.json|README\.md|LICENSE|CITATION\.cff|CHANGELOG\.md|dist\/.+\.js|jobs\/.+|lexicons\/.+|docs\/.+\.md|output\/README\.md)$/;
  expect(files.filter((name) => !allowed.test(name))).toEqual([]);
});

it('every library that the program imports is a dependency, and the lock file holds no address but a hash of each, those for other platforms too', () => {
  const { dependencies, version, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(existsSync(bin.detente)).toBe(true);
  expect(readFileSync('CITATION.cff', 'utf8')).toContain(`version: ${version}`);
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"|https?:\/\/registry/);
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
  };
  expect(
    Object.entries(packages)
      .filter(([name, { integrity }]) => name !== '' && integrity === undefined)
      .map(([name]) => name),
  ).toEqual([]);
  expect(Object.keys(dependencies).length).toBeGreaterThan(10);
});

it('schedules use the installed command', () => {
  for (const name of ['crontab', 'detente.service'])
    expect(readFileSync(`jobs/schedule/${name}`, 'utf8')).toMatch(/\bdetente run \S+ --quiet/);
});

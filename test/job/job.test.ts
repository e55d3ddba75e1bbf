import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJob } from '../../src/job/job.ts';
import { jobJsonSchema } from '../../src/job/job-schema.ts';

const good = 'name: nightly\ninputs: [articles]\nlexicons: [english]\n';

describe('a job file', () => {
  it('gets its defaults where it is silent', () => {
    const { value, faults } = parseJob(good, 'jobs/nightly.yaml');
    expect(faults).toEqual([]);
    expect(value).toMatchObject({ name: 'nightly', output: '../output', sides: ['US', 'Russia'], missing: 'keep', maxProblems: 0.2 });
  });

  const faulty: readonly (readonly [what: string, text: string, expected: string])[] = [
    [
      'a misspelt key is named with its line and the right one',
      `${good}treads: 2\n`,
      'jobs/j.yaml:4: unknown key `treads`, expected `threads`',
    ],
    [
      'a key like no other is answered with all keys',
      `${good}colour: red\n`,
      'jobs/j.yaml:4: unknown key `colour`, expected one of name, title, inputs,',
    ],
    ['a number out of range', `${good}maxProblems: 3\n`, 'jobs/j.yaml:4: `maxProblems`: '],
    ['a missing key', 'name: nightly\nlexicons: [english]\n', 'jobs/j.yaml:1: `inputs`: '],
    ['a name that could not be a folder', good.replace('nightly', '../up'), 'jobs/j.yaml:1: `name`: lower-case letters'],
    ['text that is no YAML', 'name: [nightly\n', 'not readable as YAML'],
    [
      'a glob without quotation marks, which YAML reads as an alias',
      good.replace('[articles]', '[*.txt]'),
      'jobs/j.yaml:2: not readable as YAML (Unresolved alias',
    ],
    ['the same in a list over lines', good.replace('[articles]', '\n  - *.txt'), 'jobs/j.yaml:3: not readable as YAML (Unresolved alias'],
    [
      'aliases of aliases, which would fill the memory',
      `a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c, *c]\n${good}`,
      'not readable as YAML (Excessive alias count',
    ],
    ['an empty file', '', 'jobs/j.yaml:1: `name`: '],
  ];
  it.each(faulty)('%s', (_what, text, expected) => {
    const { value, faults } = parseJob(text, 'jobs/j.yaml');
    expect(value).toBeNull();
    expect(faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`).join('\n')).toContain(expected);
  });

  it('reports all faults at once', () => {
    expect(parseJob(`${good}treads: 2\nmaxProblems: 3\n`, 'j.yaml').faults).toHaveLength(2);
  });

  it('that was found right before is read to the same job, key by key, as when it is checked', () => {
    const bundled = readdirSync('jobs').filter((name) => name.endsWith('.yaml'));
    const texts = [good, ...bundled.map((name) => readFileSync(`jobs/${name}`, 'utf8'))];
    for (const text of texts) expect(JSON.stringify(parseJob(text, 'j.yaml', true))).toBe(JSON.stringify(parseJob(text, 'j.yaml')));
    const line = fc.constantFrom(
      ...[
        "title: '  Two banks of a strait '",
        'output: out',
        'sides: [US, China]',
        'format: jsonl',
        'columns: {text: body, day: date}',
        'dateOrder: dmy',
      ],
      ...[
        'languages: [en, de]',
        'threads: 4',
        'deadline: 0.5',
        'missing: drop',
        'maxProblems: 1',
        'feeds: feeds',
        'validation: coded',
        'keepRuns: 3',
      ],
      ...['corrections: corrections.csv', 'onProblems: succeed', 'excel: true'],
    );
    fc.assert(
      fc.property(fc.uniqueArray(line), (lines) => {
        const text = `${lines.join('\n')}\n${good}`;
        expect(parseJob(text, 'j.yaml').faults).toEqual([]);
        expect(JSON.stringify(parseJob(text, 'j.yaml', true))).toBe(JSON.stringify(parseJob(text, 'j.yaml')));
      }),
    );
  });

  it('is described by a JSON Schema that names every key', () => {
    const schema = jobJsonSchema() as { properties: Record<string, unknown>; required: readonly string[] };
    expect(Object.keys(schema.properties)).toContain('maxProblems');
    expect(schema.required).toEqual(['name', 'inputs', 'lexicons']);
  });

  it('has its JSON Schema beside it, for completion in editors', () => {
    expect(JSON.parse(readFileSync('jobs/job.schema.json', 'utf8'))).toEqual(jobJsonSchema());
  });
});

import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { heldFolder, detente as run } from '../night/nights.ts';

const folder = heldFolder();
const article = join(folder, '2019-05-14-talks.txt');
writeFileSync(
  article,
  'Envoys meet in Geneva\n\n"We are ready to resume the dialogue with Russia," Ambassador Ellen Marlow said on Tuesday. "The sanctions will stay."\n\nShe left for Washington in the evening.\n',
);

// What a check remembers stays with the test.
const memory = join(folder, 'cache');
const detente = (words: readonly string[], input = '') => run(words, {}, input);

function jsonLines(text: string): readonly Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('detente', () => {
  it.each(['run', 'articles', 'extract', 'score', 'explain', 'calibrate', 'terms', 'check'])(
    '%s --help says what it does and ends well',
    (command) => {
      const { code, out } = detente([command, '--help']);
      expect(code).toBe(0);
      expect(out).toContain(`Usage: detente ${command}`);
    },
  );

  const wrong: readonly (readonly [what: string, args: readonly string[], expected: string])[] = [
    ['a misspelt command is answered with the right one', ['extrct'], 'Did you mean extract?'],
    ['a misspelt option is answered with the right one', ['extract', '--formt', 'x', article], 'Did you mean --format?'],
    ['a path that does not exist', ['extract', join(folder, 'nowhere')], 'no such file or folder'],
    ['a folder without files', ['extract', mkdtempSync(join(folder, 'empty-'))], 'no files in it'],
    ['a job that does not exist', ['check', join(folder, 'no.yaml')], 'expected a job file'],
    ['a day that no calendar has', ['run', '--date', '2026-02-30'], 'expected a day as 2026-11-20'],
    ['a month that no calendar has', ['run', '--date', '2026-13-01'], 'expected a day as 2026-11-20'],
    ['statements that do not exist', ['score', join(folder, 'no.jsonl')], 'no such file or folder'],
  ];
  it.each(wrong)('ends with 2 and a clear sentence: %s', (_what, args, expected) => {
    const { code, out, err } = detente(args);
    expect(err).toContain(expected);
    expect(code).toBe(2);
    expect(out).toBe('');
  });

  it('articles prints an article as it was read, with its date and the basis of the date', () => {
    const [line] = jsonLines(detente(['articles', article]).out);
    expect(line).toMatchObject({ id: '2019-05-14-talks', path: article, published: '2019-05-14', publishedBasis: 'file name' });
    expect(line?.text).toContain('Envoys meet in Geneva');
  });

  it('extract prints one line per statement whose spans slice to its text', () => {
    const { code, out } = detente(['extract', article]);
    expect(code).toBe(0);
    const text = String(jsonLines(detente(['articles', article]).out)[0]?.text);
    const [line] = jsonLines(out);
    expect(line).toMatchObject({
      article: '2019-05-14-talks',
      kind: 'direct',
      speaker: 'Ellen Marlow',
      cue: 'said',
      certainty: 'known',
      relevant: true,
    });
    const { spans, hits } = line as { spans: readonly [number, number][]; hits: readonly { span: readonly [number, number] }[] };
    expect(spans.map(([start, end]) => text.slice(start, end)).join(' ')).toBe(line?.text);
    expect(hits.map((hit) => text.slice(...hit.span)).join()).toContain('dialogue');
  });

  it('extract reads article JSON lines from standard input, offsets into the given text', () => {
    const text = '"We trust each other," Ellen Marlow said of Russia.';
    const [line] = jsonLines(detente(['extract', '-'], `${JSON.stringify({ id: 'one', published: '2020-01-02', text })}\n`).out);
    expect(line).toMatchObject({ article: 'one', published: '2020-01-02', spans: [[1, 21]] });
  });

  it('extract --show marks the statements in place', () => {
    expect(detente(['extract', '--show', article]).out).toContain('⟦1 We are ready to resume the dialogue with Russia');
  });

  it('a file that is no text is set aside with a reason, and the exit code says so', () => {
    const broken = join(folder, 'broken.txt');
    writeFileSync(broken, Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 17, 128]));
    const { code, out, err } = detente(['extract', broken]);
    expect(code).toBe(3);
    expect(out).toBe('');
    expect(err).toContain(`set aside ${broken}`);
  });

  it('score hands every field of a line through and adds the tone', () => {
    const line = {
      id: 'x1',
      speaker: 'Ellen Marlow',
      side: 'US',
      date: '2020-01-02',
      text: 'We will cooperate with Russia on arms control.',
      mine: 7,
    };
    const [scored] = jsonLines(detente(['score', '-'], `${JSON.stringify(line)}\nnot json\n`).out);
    expect(scored).toMatchObject({ ...line, relevant: true, label: 'positive' });
    expect(Object.keys(scored ?? {})).toEqual(expect.arrayContaining(['tone', 'sentiment', 'hits']));
  });

  it('score reads the lines of Quotebank, whose statement is `quotation`', () => {
    const line = {
      quoteID: '2019-05-14-000001',
      quotation: 'America and Russia are partners.',
      speaker: 'None',
      date: '2019-05-14 08:00:00',
    };
    const [scored] = jsonLines(detente(['score', '-'], `${JSON.stringify(line)}\n`).out);
    expect(scored).toMatchObject({ quoteID: line.quoteID, text: line.quotation, speaker: null, relevant: true });
  });

  it('score sets aside what is no statement, and goes on', () => {
    const { code, out, err } = detente(['score', '-'], 'not json\n{"id":1}\n{"id":2,"text":"Russia and America are partners."}\n');
    expect(code).toBe(3);
    expect(jsonLines(out)).toHaveLength(1);
    expect(err).toContain('line 1: not JSON');
    expect(err).toContain('line 2: no `text`');
  });

  it('explain shows each term with what shifted it, and the sum', () => {
    const { out } = detente(['explain', 'America and Russia will never lift the sanctions.']);
    expect(out).toContain('about both sides: yes');
    expect(out).toContain('(negator "never")');
    expect(out).toMatch(/sum of \d+ hits?: /);
  });

  it('calibrate wants at least 50 coded statements', () => {
    expect(detente(['calibrate', '-'], '{"text":"Russia and America are partners.","tone":1}\n')).toMatchObject({ code: 2 });
  });

  it('terms lists what no row covers, most frequent first', () => {
    const line = JSON.stringify({ text: 'The zeppelin left the zeppelin hall.' });
    expect(detente(['terms', '-'], `${line}\n${line}\n${line}\n`).out).toContain('3  zeppelin');
  });

  it('check is silent where all is well, looks at the same rows once, and finds the fault that comes in later', () => {
    const job = join(mkdtempSync(join(folder, 'own-')), 'job.yaml');
    const own = join(job, '..', 'tone.csv');
    const table = 'id,pattern,class,weight,origin\nthaw,thaw,valence,2,desk\n';
    writeFileSync(own, table);
    writeFileSync(job, 'name: own\ninputs: [.]\nlexicons: [tone.csv]\n');
    expect(run(['check', job], { XDG_CACHE_HOME: memory })).toEqual({ code: 0, out: '', err: '' });
    expect(readdirSync(join(memory, 'detente', 'right'))).toHaveLength(2);
    expect(run(['check', job], { XDG_CACHE_HOME: memory })).toEqual({ code: 0, out: '', err: '' });
    writeFileSync(own, `${table}thaw2,thaw,valence,1,desk\n`);
    expect(run(['check', job], { XDG_CACHE_HOME: memory })).toMatchObject({
      code: 2,
      err: expect.stringContaining('tone.csv:3: pattern "thaw"'),
    });
    expect(readdirSync(join(memory, 'detente', 'right'))).toHaveLength(2);
  });

  it('check is silent over the lexicons that come with detente', () => {
    expect(detente(['check'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('check lists every fault of job and lexicons with file and line before anything is read', () => {
    const job = join(folder, 'faulty.yaml');
    writeFileSync(join(folder, 'tone.csv'), 'id,pattern,class,weight,origin\nx,friend,valence,50,house\n');
    writeFileSync(job, 'name: faulty\ninputs: [.]\nlexicons: [tone.csv, nowhere]\n');
    const { code, err } = detente(['check', job]);
    expect(code).toBe(2);
    expect(err).toContain('tone.csv:2: weight');
    expect(err).toContain('lexicon `nowhere`');
  });
});

it('check refuses a weighing row of one’s own that is a name alone, and names the word', () => {
  const own = mkdtempSync(join(folder, 'own-'));
  detente(['init', own]);
  writeFileSync(join(own, 'lexicons', 'tone.csv'), 'id,pattern,class,weight,origin\nx,putin,valence,2,desk\ny,thaw,valence,2,desk\n');
  const { code, err } = detente(['check', join(own, 'job.yaml')]);
  expect({ code, lines: err.match(/tone\.csv:\d+:.*/g) }).toEqual({ code: 2, lines: [expect.stringMatching(/tone\.csv:2:.*putin/)] });
});

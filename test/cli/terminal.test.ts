import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { detente, heldFolder, writeJob } from '../night/nights.ts';

/** What a stranger may put into a name, a text or a cell: colours, a title of the window in C0 and C1, a mark that turns the direction of writing. */
const HOSTILE = '\u001b[31m\u001b]0;hit\u0007\u009b31m\u202e\u2028';
/** Anything of it, or a return that is not one of a line end. */
const COMMANDS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const FORGED = `all is well${HOSTILE}\ndetente: forged`;

const folder = heldFolder();
const job = writeJob(folder, []);
const article = join(folder, 'articles', `2024-03-05-${FORGED}.txt`);
const broken = join(folder, 'articles', `${FORGED}.pdf`);
const statements = join(folder, 'statements.jsonl');

const faulty = join(folder, 'faulty.yaml');

beforeAll(() => {
  mkdirSync(join(folder, 'articles'), { recursive: true });
  mkdirSync(join(folder, 'more'));
  writeFileSync(
    article,
    `Harbor Ledger\n\nTalks${HOSTILE}\n\n“We want to resume${HOSTILE} the talks with Russia,” said Ellen Hathaway${HOSTILE}, a US senator.\n`,
  );
  writeFileSync(broken, '%PDF-1.4 broken');
  writeFileSync(statements, `${JSON.stringify({ text: `We trust${HOSTILE} Russia.`, speaker: FORGED, side: 'US' })}\nno json ${HOSTILE}\n`);
  writeFileSync(join(folder, 'more', 'tone.csv'), `id,pattern,class,weight\n"bad${FORGED}",trust${HOSTILE},none${HOSTILE},9\n`);
  writeFileSync(
    faulty,
    `name: desk\ninputs: [articles]\nlexicons: [more, "nowhere${HOSTILE.replace(/./gu, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)}"]\n`,
  );
});

it.each([
  ['articles', () => ['articles', article]],
  ['articles --why', () => ['articles', '--why', article, broken]],
  ['extract', () => ['extract', article, broken]],
  ['extract --show', () => ['extract', '--show', article]],
  ['extract of a file that is not there', () => ['extract', join(folder, FORGED)]],
  ['score', () => ['score', statements]],
  ['explain', () => ['explain', '--side', 'US', '--speaker', FORGED, '--', `We trust${HOSTILE} Russia`]],
  ['check', () => ['check', faulty]],
  ['check of a job that is not there', () => ['check', join(folder, FORGED)]],
  ['run', () => ['run', job, '--date', '2024-03-06']],
  ['run with a log', () => ['run', job, '--date', '2024-03-06', '--log', 'json', '--lenient']],
  ['run of inputs that are not there', () => ['run', job, '--input', join(folder, FORGED)]],
  ['run with metrics that cannot be written', () => ['run', job, '--date', '2024-03-06', '--metrics', join(folder, 'no', FORGED)]],
  ['doctor', () => ['doctor', faulty]],
  ['calibrate', () => ['calibrate', statements]],
  ['plan', () => ['plan', job, '--shards', '2', '--out', join(folder, FORGED)]],
  ['a command that is not there', () => [`run${HOSTILE}`]],
])(
  'what a terminal or a mail is told by %s holds no character of strangers that commands it, and no line that they forged',
  (_title, words) => {
    const { out, err } = detente(words());
    for (const said of [out, err]) {
      expect(COMMANDS.exec(said)).toBeNull();
      expect(said.split('\n').filter((line) => line.startsWith('detente: forged'))).toEqual([]);
    }
    expect(out + err).not.toBe('');
  },
);

/**
 * What it costs to start: processor seconds of a command over one line, beside Node alone and the loading of wink-nlp with its model.
 *   tools/run bench/start [TIMES]
 */
import { medianOf, printFigure, runDetente, runNode, spell } from './measure.ts';

const times = Number(process.argv[2] ?? 5);
const WORDS = 'We want to work with Moscow on arms control again.';
const WINK =
  "import('wink-nlp').then(async ({ default: wink }) => wink((await import('wink-eng-lite-web-model')).default).readDoc('One line.'))";

const COMMANDS: readonly (readonly [name: string, run: () => Promise<{ readonly seconds: number }>])[] = [
  ['start: node alone', () => runNode(['-e', '0'])],
  ['start: wink-nlp and its model', () => runNode(['--input-type=module', '-e', WINK])],
  ['start: detente check', () => runDetente(['check', 'jobs/nightly.yaml'])],
  ['start: detente explain, one statement', () => runDetente(['explain', WORDS, '--side', 'US'])],
  [
    'start: detente score, one line',
    () => runDetente(['score', '-'], `${JSON.stringify({ speaker: 'Ann Reed', date: '2024-03-05', text: WORDS })}\n`),
  ],
];

for (const [name, run] of COMMANDS) {
  const seconds: number[] = [];
  for (let time = 0; time < times; time++) seconds.push((await run()).seconds);
  printFigure({ name, value: `${spell(medianOf(seconds))} s`, beside: `median of ${times}, processor seconds` });
}

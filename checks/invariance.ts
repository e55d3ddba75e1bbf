/**
 * The tone of a statement does not depend on who is named, where, when or in which spelling. Takes sentences with places for names, fills them with persons, titles,
 * offices, countries, places, topics, years and spellings drawn from the lexicons' own lists, and compares each hit and value with those of the first filling.
 *
 *     tools/run checks/invariance [EXCHANGES] [SEED]      (10,000 if not given; prints every change and ends with 1 where there is one)
 */
import type { Row, Tables } from '../src/core/model/problems.ts';
import { parsePattern, sequencesOf } from '../src/core/patterns/pattern.ts';
import { readJob } from '../src/job/job-file.ts';
import { readLexicons } from '../src/job/lexicon-files.ts';
import { scoreTone } from '../src/stages/tone/score.ts';
import { readStatement } from '../src/stages/tone/statement.ts';
import { compileVocabulary, parseTables } from '../src/stages/vocabulary.ts';

const [exchanges = '10000', seed = '1'] = process.argv.slice(2);
const job = readJob('jobs/nightly.yaml').value;
if (job === null) throw new Error('jobs/nightly.yaml has faults');
const tables: Tables = parseTables(readLexicons(job).value).value;
const lexicon = compileVocabulary(tables, job.sides).value.tone;

let state = Number(seed);
function oneOf<T>(list: readonly T[]): T {
  state = (state * 48_271) % 2_147_483_647;
  return list[state % list.length] as T;
}

const cellsOf = (table: string, column: string, keep: (cells: Row['cells']) => boolean = () => true) => [
  ...new Set((tables[table] ?? []).filter(({ cells }) => keep(cells)).map(({ cells }) => cells[column] ?? '')),
];
const capitalised = (words: string) =>
  words.replace(/\p{L}+/gu, (word) =>
    word.length < 5 && /^(?:nato|uk)$/.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
  );
/** The plain word sequences of a pattern: those without beginnings of words and gaps. */
const phrasesOf = (pattern: string) =>
  sequencesOf(parsePattern(pattern).parts)
    .filter((steps) => steps.every(({ kind }) => kind === 'word'))
    .map((steps) => steps.map((step) => (step.kind === 'word' ? step.text : '')).join(' '));
const hitsOf = (text: string, side: string) => {
  const context = { speaker: null, side, date: null, cue: null, kind: null, content: null, background: ['US', 'Russia'], around: '' };
  return JSON.stringify(
    scoreTone(readStatement(text, lexicon), context, lexicon).hits.map(({ term, about, value }) => [term, about, value]),
  );
};
/** A word that weighs wherever it stands ("climate agreement") is an act as well as a topic. */
const weighs = (words: string) => hitsOf(`We spoke about ${words}.`, 'US') !== '[]';
const sidesOf = (name: string) =>
  new Set(readStatement(`We were in ${name} again.`, lexicon).names.map(({ anchor }) => anchor?.side ?? ''));

const personsOf = (side: string) =>
  cellsOf('speakers', 'name', (cells) => cells.side === side && /official|candidate/.test(cells.role ?? '')).filter((name) =>
    name.includes(' '),
  );
const officesOf = (side: string, own: RegExp) =>
  cellsOf('offices', 'phrases', (cells) => cells.side === side)
    .flatMap((phrases) => phrases.split('|'))
    .filter((phrase) => own.test(phrase) && !phrase.includes('critic'))
    .map((phrase) => `the ${phrase}`);
const titles = cellsOf('titles', 'word', ({ kind, country }) => /honorific|official/.test(kind ?? '') && country === '').map(capitalised);
const places = [...new Set([...cellsOf('places', 'name'), ...cellsOf('regions', 'name')])].filter(
  (name) =>
    name.length > 5 &&
    !weighs(name) &&
    [...sidesOf(name)].every((side) => side === '') &&
    !lexicon.anchors.find(readStatement(name, lexicon).plainWords, () => true).length,
);
const countries = cellsOf('demonyms', 'country', ({ kind }) => kind === 'people').filter((country) =>
  [...sidesOf(country)].every((side) => !job.sides.includes(side)),
);
const listed = cellsOf('anchors', 'pattern', ({ side }) => side === 'third')
  .flatMap(phrasesOf)
  .map(capitalised)
  .filter((name) => !/ese$|ish$|an$|ans$|eli$|ch$|qi$/.test(name));
const thirds = [...new Set([...listed, ...countries])];
const topics = cellsOf('topics', 'pattern', ({ act }) => act !== 'yes')
  .flatMap(phrasesOf)
  .filter((topic) => !weighs(topic) && [...sidesOf(topic)].every((side) => side === ''));

/** What stands in each place of a sentence. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  other: [...personsOf('Russia'), ...officesOf('Russia', /Russian|Kremlin|Moscow/), 'Moscow', 'Russia', 'the Kremlin'],
  person: personsOf('Russia'),
  title: titles,
  own: [...personsOf('US'), ...officesOf('US', /American|US |White House|Washington/), 'Washington', 'America', 'the United States'],
  third: thirds,
  where: places,
  topic: topics,
  year: Array.from({ length: 180 }, (_, i) => String(1900 + i)),
};

const FRAMES = [
  'In {year} we had a very productive meeting with {other} in {where}, and we spoke about {third}.',
  '{other} threatened us in {year}, and {third} was not mentioned in {where}.',
  'We do not trust {other}, who has failed to keep any promise since {year}; the talks about {third} in {where} were useless.',
  'When we met {other} in {where} in {year}, there was no progress on {third}, but we will never give up the dialogue.',
  'It was {other} who tore up the agreement, not {own}.',
  '{title} {person} thanked us in {where} for our help.',
  'We condemn what {title} {person} said in {year}, and we will answer it.',
  '{own} told {other} that cooperation is better than confrontation.',
  'The sanctions on {other} must be lifted, {own} said in {where}.',
  'If {third} is attacked, {other} will be held accountable.',
  '{other} and {third} cooperate closely.',
  'We want peace with {third}, and {other} praises the dialogue with {third}.',
  'Arms for {third} are a mistake, and {other} has every reason to be angry.',
  'The hostile acts of {other} against {third} in {year} destroyed what trust was left.',
  'I have great respect for {other}, and we get along; about {topic}.',
  'They violated the treaty in {year}. Then {other} and {own} agreed to talk about {topic}.',
  'Relations with {other} have never been worse than in {year}.',
  'Why can’t we work with {other} in {where}?',
  'Neither {own} nor {other} wants a war over {third}.',
  'We should stop treating {other} as an enemy, in {where} or anywhere else.',
];

const NAME = /\{(\w+)\}/g;
const fill = (frame: string, filling: Readonly<Record<string, string>>) => {
  const text = frame.replace(NAME, (_, name: string) => filling[name] ?? '');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

const first = Object.fromEntries(Object.entries(PLACES).map(([name, list]) => [name, list[0] as string]));
const expected = FRAMES.map((frame) => hitsOf(fill(frame, first), 'US'));
const changes = new Map<string, string>();
let done = 0;
for (; done < Number(exchanges) * 0.95; done++) {
  const frame = oneOf(FRAMES);
  const exchanged = oneOf([...frame.matchAll(NAME)])[1] as string;
  const text = fill(frame, { ...first, [exchanged]: oneOf(PLACES[exchanged] as readonly string[]) });
  const hits = hitsOf(text, 'US');
  if (hits !== expected[FRAMES.indexOf(frame)]) changes.set(text, `${expected[FRAMES.indexOf(frame)]} -> ${hits}`);
}
const spellings = (tables.spellings ?? []).map(
  ({ cells }) => [cells.from ?? '', cells.to ?? ''].map((word) => word.replace('*', '')) as [string, string],
);
for (; done < Number(exchanges); done++) {
  const [from, to] = oneOf(spellings);
  const sentence = oneOf(['We want no {word} with Moscow.', 'Their {word} is a threat to us.', 'They {word} our trust.']);
  const [one, other] = [from, to].map((word) => sentence.replace('{word}', word)) as [string, string];
  if (hitsOf(one, 'US') !== hitsOf(other, 'US')) changes.set(one, `${hitsOf(one, 'US')} -> ${hitsOf(other, 'US')}`);
}

for (const [text, change] of changes) console.log(`${text}\n  ${change}`);
console.log(
  `${done} exchanges of ${Object.values(PLACES).reduce((sum, { length }) => sum + length, 0)} names and ${spellings.length} spellings: ${changes.size} changes`,
);
process.exitCode = changes.size > 0 ? 1 : 0;

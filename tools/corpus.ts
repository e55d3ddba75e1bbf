/**
 * Writes articles by invented people and outlets, for measuring nights. The same number always gives the same article.
 * tools/run tools/corpus FOLDER COUNT [text|lines] [FIRST]   one file each, or one file of JSON lines; articles FIRST to FIRST + COUNT - 1
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OUTLETS = [
  'Harbor Ledger',
  'Plains Tribune',
  'Baltic Courier',
  'Meridian Wire',
  'Capital Observer',
  'Northgate Herald',
  'Volga Standard',
  'Lakeside Post',
];
const FIRST_NAMES = ['Ellen', 'Marcus', 'Irina', 'Pavel', 'Samuel', 'Julia', 'Anton', 'Vera', 'Dale', 'Oksana', 'Martin', 'Lidia'];
const LAST_NAMES = [
  'Hathaway',
  'Delaney',
  'Sokolnikova',
  'Brodin',
  'Oduya',
  'Prentiss',
  'Karvonen',
  'Maltseva',
  'Osterman',
  'Dorenko',
  'Weller',
  'Zaretsky',
];
const OFFICES = [
  'Russian deputy foreign minister',
  'US senator',
  'State Department spokeswoman',
  'Kremlin adviser',
  'analyst',
  'former US ambassador',
  'professor',
];
const SUBJECTS = ['Moscow', 'Washington', 'The White House', 'The Kremlin', 'Our government', 'The other side', 'Congress', 'The ministry'];
const ACTS = [
  'will not lift',
  'must not break off',
  'should resume',
  'has betrayed',
  'wants to renew',
  'is ready to extend',
  'threatens',
  'refuses to discuss',
  'welcomes',
  'has suspended',
];
const OBJECTS = [
  'the sanctions on Russian banks',
  'the talks on arms control',
  'the treaty on missiles',
  'the dialogue between Russia and the United States',
  'the agreement on the airspace',
  'the exchange of prisoners',
  'the inspections',
];
const ENDS = [
  'before the winter',
  'under any pressure',
  'as long as there is no trust',
  'without a written promise',
  'in good faith',
  'because both sides gain from it',
  'whatever the allies say',
  'after years of hostility',
];
const FILLERS = [
  'The meeting lasted longer than planned, and the corridors of the hotel stayed full until the late evening.',
  'Diplomats from a dozen countries followed the exchange from the gallery and wrote their reports at night.',
  'Neither delegation published a list of its members, though several of them were seen at the airport.',
  'Trade between the two countries fell again last year, and shipping companies do not expect that to change soon.',
];

/** Mulberry32: small, seeded, good enough for this. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One article. */
interface Written {
  readonly day: string;
  readonly outlet: string;
  readonly title: string;
  readonly text: string;
}

/** The article of a number: about 3,000 characters with nine statements. */
export function writeArticle(number: number): Written {
  const random = seeded(number + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const day = new Date(Date.UTC(2012, 0, 1) + Math.floor(random() * 5000) * 86_400_000).toISOString().slice(0, 10);
  const claim = (): string => `${pick(SUBJECTS)} ${pick(ACTS)} ${pick(OBJECTS)} ${pick(ENDS)}`;
  const paragraphs: string[] = [];
  for (let person = 0; person < 3; person++) {
    const last = pick(LAST_NAMES);
    const name = `${pick(FIRST_NAMES)} ${last}`;
    paragraphs.push(
      `“${claim()},” ${name}, a ${pick(OFFICES)}, said in a meeting of ${2 + Math.floor(random() * 90)} people on the subject. “${claim()}.”`,
      `${pick(FILLERS)} ${last} added that ${claim().replace(/^(Our|The)/, (word) => word.toLowerCase())}, in case number ${Math.floor(random() * 1e6)}.`,
      `${pick(FILLERS)} ${pick(FILLERS)}`,
      `“${claim()}, and number ${Math.floor(random() * 1e6)} of the list is only one example,” ${last} said.`,
    );
  }
  return { day, outlet: pick(OUTLETS), title: `${claim()}`, text: paragraphs.join('\n\n') };
}

function writeFiles(folder: string, first: number, count: number): void {
  for (let number = first; number < first + count; number++) {
    const { day, outlet, title, text } = writeArticle(number);
    const slug = outlet.toLowerCase().replaceAll(' ', '-');
    writeFileSync(join(folder, `${day}-${slug}-${number}.txt`), `${outlet}\n\n${title}\n\n${text}\n`);
  }
}

function writeLines(folder: string, first: number, count: number): void {
  const file = openSync(join(folder, `articles-${first}.jsonl`), 'w');
  for (let number = first; number < first + count; number++) {
    const { day, ...article } = writeArticle(number);
    writeSync(file, `${JSON.stringify({ id: `a${number}`, date: day, ...article })}\n`);
  }
  closeSync(file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = 'output/corpus', count = '20000', form = 'text', first = '0'] = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  (form === 'lines' ? writeLines : writeFiles)(folder, Number(first), Number(count));
}

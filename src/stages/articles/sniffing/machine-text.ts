/** Text that was made for machines: markup, JSON, program code, encoded bytes. It is never an article, whatever its file is called. */
import { mayHaveLongerRun } from '../../../core/long-run.ts';

/** Nothing that is written has a longer one. */
const LONGEST_WORD = 199;

/** Characters that are looked at, from the beginning of a text. */
const SAMPLE = 20_000;
/** Shorter texts are taken as they are. */
const SHORTEST = 60;

interface Trait {
  readonly name: string;
  readonly isMet: (sample: string, length: number) => boolean;
}

const TAG = /<[/!?]?[a-z][^<>]{0,2000}>/gi;
const KEY = /"[^"\n]{1,60}"\s{0,4}:/g;

/** In order; shares are of the characters that are no white space. */
const TRAITS: readonly Trait[] = [
  { name: 'markup', isMet: (sample, length) => countOf(sample, TAG) >= 3 && lengthOf(sample, TAG) > length * 0.3 },
  {
    name: 'JSON',
    isMet: (sample, length) => /^\s*[[{]/.test(sample) && countOf(sample, KEY) >= 3 && lengthOf(sample, KEY) > length * 0.08,
  },
  { name: 'program code', isMet: (sample, length) => length > 300 && lengthOf(sample, /[{}();=<>[\]$_\\|]+/g) > length * 0.1 },
  {
    name: 'encoded bytes',
    isMet: (sample, length) =>
      mayHaveLongerRun(sample, LONGEST_WORD) &&
      lengthOf(sample, /\S{200,}/g) > length * 0.5 &&
      !/[\u3040-\u9fff\uac00-\ud7af\u0e00-\u0e7f]/.test(sample),
  },
  { name: 'the log of a program', isMet: isLog },
  { name: 'figures', isMet: (sample, length) => length > 300 && !hasLetters(sample, length * 0.4) },
];

/** What a text is that was made for machines, as 'markup'; null for writing. */
export function machineText(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const length = lengthWithoutBlanks(sample);
  if (length < SHORTEST) return null;
  return TRAITS.find(({ isMet }) => isMet(sample, length))?.name ?? null;
}

function lengthWithoutBlanks(sample: string): number {
  let length = 0;
  for (let i = 0; i < sample.length; i++) if (!isBlank(sample, i)) length++;
  return length;
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < FIRST_BEYOND_ASCII ? code === 32 || (code >= 9 && code <= 13) : BLANK.test(text.charAt(at));
}

const FIRST_BEYOND_ASCII = 128;
const BLANK = /\s/;

/** At least so many letters; most texts have them in ASCII, which is counted fast. */
function hasLetters(sample: string, wanted: number): boolean {
  let count = 0;
  for (let i = 0; i < sample.length && count < wanted; i++) if (isAsciiLetter(sample.charCodeAt(i))) count++;
  return count >= wanted || sample.replace(/\P{L}+/gu, '').length >= wanted;
}

function isAsciiLetter(code: number): boolean {
  const small = code | 32;
  return small >= 97 && small <= 122;
}

const LOG_LINE = /^\W{0,3}(?:\d{4}-\d\d-\d\d|\d\d\/\w{2,3}\/\d{4}|\w{3} \d\d?)[T :]\d\d?:\d\d:\d\d|^\S+ \S+ \S+ \[\d\d\/\w{3}\/\d{4}:/;
const LOG_WORD = /\b(?:DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRITICAL|FATAL|TRACE)\b|\bHTTP\/1\.\d/;

/** Most lines begin with a time and name how grave they are. */
function isLog(sample: string): boolean {
  const lines = sample.split('\n').filter((line) => line.trim() !== '');
  return lines.length >= 3 && lines.filter((line) => LOG_LINE.test(line) && LOG_WORD.test(line)).length > lines.length * 0.6;
}

function countOf(sample: string, pattern: RegExp): number {
  return sample.match(pattern)?.length ?? 0;
}

function lengthOf(sample: string, pattern: RegExp): number {
  return (sample.match(pattern) ?? []).reduce((sum, found) => sum + found.replace(/\s+/g, '').length, 0);
}

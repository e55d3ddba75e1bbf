/** Whether a text is a transcript, and its paragraphs: a turn begins with the name of who speaks, or with Q and A. */
import { groupBy } from '../../core/group-by.ts';
import type { Span } from '../../core/model/articles.ts';

/** What may stand before a label: ">>", "[00:01:12]", "**". It is no part of the turn. "- ##" begins a headline in a list of links. */
const PREFIX = /^(?![-–*•]\s*#)(?:(?:>>+(?!>)|[[(]?(?:\d{1,2}:)?\d{1,2}:\d\d(?:[.,]\d{1,3})?(?!\d)[\])]?|[-–—*#])\s*)+(?=\p{Lu})/u;
/** "(through interpreter)", "(D-OH)", "(01:12)", "[on camera]", "(Freedonia) (spoke in French)". */
const NOTE = '(?:\\s*[(\\[][^()\\[\\]\\n]{1,60}[)\\]]){0,2}';
/** "Q  Thank you.", "Q (in French): …", "A. We are."; "A Kremlin aide" begins a sentence. */
const ASKED = '(?:Q(?:\\s*\\([^()\\n]{1,40}\\))?[.:]?|A(?:\\s*\\([^()\\n]{1,40}\\))?[.:])\\s+';
/** "Mr. ROE. …", "Ms. KLEIN of Lakeside. …", "The PRESIDING OFFICER. …" of parliaments. */
const RECORDED =
  '(?:(?:Mr|Mrs|Ms|Miss|Dr)\\.\\s\\p{Lu}[\\p{Lu}\'’-]{2,20}(?:\\sof\\s\\p{Lu}\\p{L}{2,20}){0,2}|The\\s(?:\\p{Lu}{2,12}\\s?){1,3}(?:\\spro\\stempore)?)\\.\\s+(?=\\p{Lu}|["“])';
/** "PRESIDENT PUTIN: …", "MR. PRICE (through interpreter): …", "NEIL ROE, U.S. ENVOY: …", "ROE — …", "ROE; …", "Q. …", "QUESTION: …". */
const CAPITAL_TURN = new RegExp(
  `^(?:(?:\\p{Lu}[\\p{Lu}.,'’-]*\\s+){0,8}\\p{Lu}[\\p{Lu}'’-]+${NOTE}(?::\\*{0,2}(?:\\s|$)|;\\s|\\s[—–]\\s)|${ASKED}\\p{Lu}|${RECORDED})`,
  'u',
);
/** "Vladimir Putin: …", "President of Russia Vladimir Putin: …", "Question (retranslated): …". */
const NAMED_TURN = new RegExp(
  `^(\\p{Lu}[\\p{L}.'’-]{1,20}(?:\\s+(?:of|the|and|\\p{Lu}[\\p{L}.'’-]{0,20})){0,7})${NOTE}:\\*{0,2}(?:\\s+[^\\s\\d]|\\s*$)`,
  'u',
);
/** "Marta Klein  0:03" on a line of its own, as programs that write down speech print it. */
const TIMED_LABEL = /^(\p{Lu}[\p{L}.'’-]{0,20}(?:\s(?:\p{Lu}[\p{L}.'’-]{0,20}|\d{1,2})){0,4})\s{1,4}[([]?(?:\d{1,2}:)?\d{1,2}:\d\d[)\]]?$/u;
/** "Q:" and "A." of interviews. */
const LETTER = /^[QA](?=\s?[.:]\s)/;
const LONGEST_LABEL = 160;
/** One line in four opens a turn where answers are short. */
const SHORT_ANSWERS = 4;
/** Answers may run over many paragraphs, but then the same names come again. */
const LONG_ANSWERS = 15;
const FEWEST_TURNS = 3;
/** A line that is a label alone is no longer than this. */
const LONGEST_LONE_LABEL = 100;

/**
 * At least three turns in capitals, of which one is surely somebody's (headings in capitals are nobody's, and each is there once), or two names that each open a turn
 * again and again, or one who leads a meeting and speaks again, with others who speak once and somebody's title among the labels.
 */
export function isTranscript(text: string, lines: readonly Span[]): boolean {
  const single = lines.length === 1 ? splitTurns(text, lines[0] ?? [0, 0]) : lines;
  const capitals = single.map((span) => labelOf(text, span)).flatMap((head) => CAPITAL_TURN.exec(head)?.[0] ?? []);
  if (
    capitals.length >= FEWEST_TURNS &&
    (capitals.some(isSomebodys) || comesAgain(capitals.map(bareLabel))) &&
    capitals.length * SHORT_ANSWERS >= single.length
  )
    return true;
  const heads = openingsOf(text, single);
  const labels = heads.flatMap((head) => LETTER.exec(head)?.[0] ?? namedLabel(head) ?? []);
  const again = countSpeakers(labels).filter((count) => count > 1);
  const turns = again.reduce((sum, count) => sum + count, 0);
  if (again.length > 1 && turns > FEWEST_TURNS && turns * LONG_ANSWERS >= single.length) return true;
  const isLed = labels.length >= FEWEST_TURNS && comesAgain(labels) && new Set(labels).size > 1 && heads.some(isTitled);
  const most = new Set(labels).size > 2 && labels.length > FEWEST_TURNS ? LONG_ANSWERS : SHORT_ANSWERS;
  return isLed && labels.length * most >= single.length;
}

/** The beginnings of lines; a long line that stands there twice is one of a list. */
function openingsOf(text: string, lines: readonly Span[]): readonly string[] {
  const long = new Set<string>();
  return lines.flatMap((span) => {
    const head = labelOf(text, span);
    if (span[1] - span[0] < LONG_LINE) return [head];
    const isCopy = long.has(head);
    long.add(head);
    return isCopy ? [] : [head];
  });
}

const LONG_LINE = 60;

function namedLabel(head: string): string | null {
  return NO_NAME.test(head) ? null : (TIMED_LABEL.exec(head)?.[1] ?? NAMED_TURN.exec(head)?.[1] ?? null);
}

/** How often each speaks: "Mr. Roe" and "Minister Roe" are one, and so are "Ann Roe" and "Roe"; "Power Orientation" and "Team Orientation" are none. */
function countSpeakers(labels: readonly string[]): readonly number[] {
  const groups = groupBy(labels, (label) => label.toLowerCase().split(/\s+/).at(-1) ?? '');
  return [...groups.values()].map((group) => {
    const isOne = new Set(group).size === 1 || group.some((label) => TITLED.test(label)) || isWithin([...new Set(group)]);
    return isOne ? group.length : 1;
  });
}

function isTitled(head: string): boolean {
  const label = namedLabel(head);
  return TIMED_LABEL.test(head) || (label !== null && TITLED.test(label));
}

/** Titles and offices in front of a name, or in its place; headings hold none. */
const TITLED =
  /\b(?:Mr|Mrs|Ms|Dr|Sir|Madam|(?:Vice-?)?President|(?:Prime |Foreign |Defen[cs]e |Deputy )?Minister|Secretary|Chair(?:man|woman|person)?|Governor|Ambassador|Senator|General|Director|Spokes(?:man|woman|person))\b/;

/** 'SEN. ANN ROE (D-OH): ' → 'ANN ROE'. */
function bareLabel(label: string): string {
  const words = /^[^,([:;—–]*/u.exec(label)?.[0].trim().split(/\s+/) ?? [];
  return words.filter((word, i) => i === words.length - 1 || !word.endsWith('.')).join(' ');
}

/** "Q.", "QUESTION:", "MR. ROE:", "SEN. ANN ROE (D-OH):": who asks, or has a title that is cut short. */
function isSomebodys(label: string): boolean {
  return /^(?:[QA]|Mr\.|Mrs\.|Ms\.|The \p{Lu}{2}|QUESTION|ANSWER|REPORTER|INTERVIEWER|MODERATOR)\b|^\p{Lu}{2,4}\.\s\p{Lu}/u.test(label);
}

/** A label stands twice, or once whole and once as its last words alone: ANN ROE and ROE. Two headings that end with the same word are no such labels. */
function comesAgain(labels: readonly string[]): boolean {
  return new Set(labels).size < labels.length || isWithin(labels);
}

/** True where one of the labels is the last words of another. */
function isWithin(labels: readonly string[]): boolean {
  const distinct = new Set(labels);
  return labels.some((label) => [...label.matchAll(/ /g)].some(({ index }) => distinct.has(label.slice(index + 1))));
}

function labelOf(text: string, [start, end]: Span): string {
  return text.slice(start, Math.min(end, start + LONGEST_LABEL)).replace(PREFIX, '');
}

/** Labels of pictures and remarks, not of people. */
const NO_NAME =
  /^(?:photo|photograph|image|picture|video|illustration|graphic|credit|caption|source|note|watch|read|related)s?\b[^:]{0,20}:/i;

/** True for a line that begins with a label. */
export function isTurn(text: string, span: Span): boolean {
  const line = labelOf(text, span);
  return (
    !NO_NAME.test(line) &&
    (CAPITAL_TURN.test(line) || NAMED_TURN.test(line) || (span[1] - span[0] <= LONGEST_LONE_LABEL && TIMED_LABEL.test(line)))
  );
}

/**
 * Paragraphs of a transcript. What stands before a label (">>", a time) is left outside; a label on a line of its own goes with the words below it;
 * turns that follow each other in one line are paragraphs of their own.
 */
export function transcriptParagraphs(text: string, lines: readonly Span[]): readonly Span[] {
  const paragraphs: Span[] = [];
  let label: number | null = null;
  for (const line of lines.flatMap((span) => splitTurns(text, span))) {
    const [start, end] = withoutPrefix(text, line);
    const words = text.slice(start, end);
    const isLabel =
      words.length <= LONGEST_LONE_LABEL && (/:\*{0,2}$/.test(words) || TIMED_LABEL.test(words)) && isTurn(text, [start, end]);
    if (isLabel) {
      if (label !== null) paragraphs.push([label, start]);
      label = start;
    } else {
      paragraphs.push([label !== null && !isTurn(text, [start, end]) ? label : start, end]);
      label = null;
    }
  }
  return paragraphs.map(([start, end]): Span => [start, end - (text.slice(start, end).length - text.slice(start, end).trimEnd().length)]);
}

function withoutPrefix(text: string, [start, end]: Span): Span {
  const prefix = PREFIX.exec(text.slice(start, Math.min(end, start + LONGEST_LABEL)))?.[0] ?? '';
  return prefix !== '' && isTurn(text, [start, end]) ? [start + prefix.length, end] : [start, end];
}

/** "ROE: We are ready. REPORTER: When? ROE: Soon." Labels in capitals behind the end of a sentence. */
const INNER_LABEL = new RegExp(`(?<=[.!?…\\])”"’]\\s{1,9})(?:\\p{Lu}[\\p{Lu}.'’-]*\\s+){0,4}\\p{Lu}{2}[\\p{Lu}'’-]*${NOTE}:\\s`, 'gu');

function splitTurns(text: string, [start, end]: Span): readonly Span[] {
  const line = text.slice(start, end);
  if (!isTurn(text, [start, end])) return [[start, end]];
  // The line's own label may hold the end of a title: "MR. ROE: …".
  const prefix = PREFIX.exec(line)?.[0].length ?? 0;
  const own = prefix + (CAPITAL_TURN.exec(line.slice(prefix))?.[0].length ?? 0);
  const starts = [0, ...[...line.matchAll(INNER_LABEL)].map(({ index }) => index).filter((index) => index > own)];
  return starts.map((from, i): Span => {
    const to = starts[i + 1] ?? line.length;
    return [start + from, start + from + line.slice(from, to).trimEnd().length];
  });
}

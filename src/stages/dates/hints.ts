/** What a page, a record or a file name declares → a day. An ordered list: the first rule that finds one decides. */

import { dayNumber, isoDay, parseDay } from '../../core/days.ts';
import type { Clipping, DateHint } from '../../core/model/articles.ts';
import { monthNamed } from './months.ts';
import { type DateOrder, type FoundDate, findDates, parseSerial, parseTimestamp } from './parse.ts';
import { yearsTold } from './years-told.ts';

/** What reading a declared date depends on. */
export interface DateReading {
  /** How 04/03/2019 is to be read. */
  readonly order: DateOrder;
  /** Last day that can be a day of publication, as '2026-11-20'. */
  readonly latest: string;
}

/** A date that a hint gave, with the basis it stands on. */
export interface HintedDate {
  readonly day: string;
  readonly basis: string;
  readonly rule: string;
}

interface HintRule {
  readonly id: string;
  readonly kind: string;
  readonly name: RegExp;
  /** How many characters beside the date the value may hold; a longer text speaks of other days too. */
  readonly most?: number;
}

const MODIFIED =
  /modif|updat|lastmod|aktualis|revis|refresh|geändert|änderung|mis à jour|actualiz|aggiorn|atualiz|bijgewerkt|gewijzigd|uppdater|oppdater|opdater|päivit|aktuali[zs]|módosít|frissít|güncel|обновл|оновлен|измен|редакти|diperbarui|cập nhật|تحديث|עודכן|更新|修正|수정/i;
const COMMENT = /comment|related|reply|teaser|pagination/i;
/** The day on which a page is looked at, as sites show it at the top; the ticker beside it. */
const LOOKED_AT =
  /\btoday|current-?_?(?:date|time|day)|date-?_?(?:now|today)|now-?_?(?:date|time)|\bclock|weather|ticker|breaking-news|(?:site|global)-?_?header|masthead|top-?bar/i;
/** Dates of other things on the page. */
const OTHER =
  /comment|related|footer|sidebar|widget|teaser|copyright|event|calendar|expire|comm-|reply|forum|birth|founding|download|pagination/i;

/** Beside its own headline a page calls its date what it likes. */
function isOther(name: string): boolean {
  if (LOOKED_AT.test(name)) return true;
  return name.startsWith('beside headline') ? COMMENT.test(name) : OTHER.test(name);
}

/** Order is trust. A day in the address was given when the page was made, and metadata may tell of a later import. */
const FIRST_RULES: readonly HintRule[] = [
  { id: 'field', kind: 'field', name: /./ },
  { id: 'header-line', kind: 'header line', name: /./ },
  { id: 'url', kind: 'url', name: /./ },
  { id: 'shown', kind: 'dated element', name: /^beside headline .*(date|datum|publi|posted|time|autor|author|byline|fecha)/i, most: 30 },
  { id: 'shown-time', kind: 'time element', name: /^beside headline .*(publi|pubdate|posted|entry-date|created)/i, most: 30 },
];

/** What is asked when the text's own dateline says nothing. */
const NEXT_RULES: readonly HintRule[] = [
  {
    id: 'meta-published',
    kind: 'metadata',
    name: /^(?!json-ld)(?!.*og:updated).*(publi|pubdate|issued|firstpub|post[-_:]?date|dateposted|release|pub-date|rnews)/,
  },
  { id: 'linked-article', kind: 'metadata', name: /^json-ld article .*datePublished$/ },
  { id: 'time-published', kind: 'time element', name: /publi|pubdate|posted|entry-date|created/i },
  { id: 'element-published', kind: 'dated element', name: /datepublished|article:published/i },
  { id: 'linked-thing', kind: 'metadata', name: /^json-ld thing (?!Video|Image|Audio|Event|Comment).*datePublished$/ },
  { id: 'meta-date', kind: 'metadata', name: /^(?!json-ld).*(date|created|stamp|time)/ },
  { id: 'linked-created', kind: 'metadata', name: /^json-ld (article|thing) (?!Video|Image|Audio|Event|Comment).*dateCreated$/ },
  { id: 'time-beside', kind: 'time element', name: /^beside headline/ },
  { id: 'element-beside', kind: 'dated element', name: /^beside headline/, most: 60 },
  { id: 'text-beside', kind: 'page text', name: /^beside headline/, most: 25 },
  { id: 'element-date', kind: 'dated element', name: /publi|posted|entry-date|post-date|article-?date|date|datum|time/i, most: 40 },
  { id: 'time', kind: 'time element', name: /(?:)/ },
  { id: 'element', kind: 'dated element', name: /(?:)/ },
  { id: 'script', kind: 'script', name: /publi|pubdate|pub_date|firstp|post_?date/i },
  { id: 'text', kind: 'page text', name: /(?:)/, most: 25 },
  { id: 'seen', kind: 'seen', name: /./ },
  { id: 'file-name', kind: 'file name', name: /./ },
  { id: 'crawl', kind: 'crawl', name: /./ },
];

const METADATA_RULES = NEXT_RULES.filter(({ id }) => id === 'meta-published' || id === 'linked-article');
const SHOWN_RULES = [...FIRST_RULES, ...NEXT_RULES].filter(({ id }) => /^(?:shown|shown-time|time-beside|text-beside)$/.test(id));

/** What fields, the address and the line beside the headline declare, or null. */
export function declaredDate(clipping: Clipping, reading: DateReading): HintedDate | null {
  const declared = applyRules(FIRST_RULES, clipping, reading);
  if (declared?.rule !== 'url') return declared;
  return nextDayInMetadata(clipping, declared.day, reading) ?? anniversaryInMetadata(clipping, declared.day, reading) ?? declared;
}

/** The day that the address names, or null. */
export function dayInAddress({ hints }: Clipping, reading: DateReading): string | null {
  const hint = hints.find(({ kind }) => kind === 'url');
  return hint ? dayOfHint(hint, reading, Number.POSITIVE_INFINITY) : null;
}

/** The day of publication that the metadata give, or null. */
export function dayInMetadata(clipping: Clipping, reading: DateReading): string | null {
  return applyRules(METADATA_RULES, clipping, reading)?.day ?? null;
}

/** The day that the page shows beside its headline, or null. */
export function shownDate(clipping: Clipping, reading: DateReading): HintedDate | null {
  return applyRules(SHOWN_RULES, clipping, reading);
}

/** An address made on the eve: metadata one day off is right where it gives local time, and wrong where it gives Greenwich time. */
function nextDayInMetadata({ hints }: Clipping, urlDay: string, reading: DateReading): HintedDate | null {
  for (const hint of hints) {
    if (hint.kind !== 'metadata' || !/publi/i.test(hint.name) || !/[+-](?!00:?00)\d\d:?\d\d\s*$/.test(hint.value)) continue;
    const day = dayOfHint(hint, reading, Number.POSITIVE_INFINITY);
    if (day === urlDay) return null;
    if (day && Math.abs((parseDay(day) ?? 0) - (parseDay(urlDay) ?? 0)) === 1)
      return { day, basis: 'metadata', rule: 'metadata-in-local-time' };
  }
  return null;
}

/** An address that names the day of an event whose anniversary the page marks: metadata tell of the same day some years later, or of as many years later as its words say. */
function anniversaryInMetadata({ hints, title }: Clipping, urlDay: string, reading: DateReading): HintedDate | null {
  const published = hints.filter(({ kind, name }) => kind === 'metadata' && /publi/i.test(name) && !MODIFIED.test(name) && !isOther(name));
  const days = published.flatMap((hint) => dayOfHint(hint, reading, Number.POSITIVE_INFINITY) ?? []);
  const [day] = days;
  const words = `${title ?? ''} ${hints.find(({ kind }) => kind === 'url')?.value ?? ''}`;
  const isMarked = (each: string): boolean =>
    each.slice(4) === urlDay.slice(4) || yearsTold(words).has(Number(each.slice(0, 4)) - Number(urlDay.slice(0, 4)));
  const isAnniversary = day !== undefined && days.every((each) => each > urlDay && isMarked(each));
  return isAnniversary ? { day, basis: 'metadata', rule: 'anniversary' } : null;
}

/** A day and month beside the headline whose year the address gives, with the same month: `/2019/03/` and "March 5". */
export function dayOfMonth({ hints }: Clipping, month: string): string | null {
  for (const { kind, name, value } of hints) {
    if (!SHOWN_KINDS.has(kind) || !name.startsWith('beside headline') || isOther(name) || MODIFIED.test(name) || MODIFIED.test(value))
      continue;
    const match = MONTH_DAY.exec(value);
    const found = match?.[6] === undefined ? monthNamed(match?.[1] ?? match?.[4] ?? '') : Number(match[5]);
    const day = match?.[2] ?? match?.[3] ?? match?.[6];
    if (found === Number(month.slice(5)) && day !== undefined) {
      const number = dayNumber(Number(month.slice(0, 4)), found, Number(day));
      if (number !== null) return isoDay(number);
    }
  }
  return null;
}

const SHOWN_KINDS: ReadonlySet<string> = new Set(['time element', 'dated element', 'page text']);
/** "Tuesday, March 5", "5. März, 10:30", "3月5日", and nothing else. */
const MONTH_DAY =
  /^[^\p{L}\d]{0,3}(?:\p{L}{2,12}\.?,?\s+)?(?:(\p{L}{3,12})\.?\s+(\d\d?)(?:st|nd|rd|th)?|(\d\d?)\.?\s+(?:de\s+)?(\p{L}{3,12})\.?|(\d\d?)\s?月\s?(\d\d?)\s?日)[\s,|·–-]{0,4}(?:\d\d?[:h時.]\d\d.{0,12})?$/u;

/** What metadata, other elements and the file name declare, or null. */
export function hintedDate(clipping: Clipping, reading: DateReading): HintedDate | null {
  return applyRules(NEXT_RULES, clipping, reading);
}

function applyRules(rules: readonly HintRule[], { hints }: Clipping, reading: DateReading): HintedDate | null {
  for (const rule of rules) {
    for (const hint of hints) {
      if (hint.kind !== rule.kind || !rule.name.test(hint.name) || MODIFIED.test(hint.name) || isOther(hint.name)) continue;
      const day = dayOfHint(hint, reading, rule.most ?? Number.POSITIVE_INFINITY);
      if (day) return { day, basis: basisOf(rule.kind), rule: rule.id };
    }
  }
  return null;
}

/** The day that a page was last changed, for pages that tell nothing else. */
export function modifiedDate(clipping: Clipping, { order, latest }: DateReading): HintedDate | null {
  for (const { kind, name, value } of clipping.hints) {
    if (!MODIFIED.test(name) && !MODIFIED.test(value)) continue;
    const found = parseTimestamp(value) ?? findDates(value, order).find(({ day }) => isPlausible(day, latest))?.day;
    if (found && isPlausible(found, latest)) return { day: found, basis: basisOf(kind), rule: 'modified' };
  }
  return null;
}

/** Kinds of hints that go by another name in the output. */
const BASES: Readonly<Record<string, string>> = {
  'dated element': 'time element',
  'page text': 'time element',
  script: 'metadata',
  seen: 'field',
};

function basisOf(kind: string): string {
  return BASES[kind] ?? kind;
}

/** The day that a hint gives, or null where it gives none that can be a day of publication. */
export function dayOfHint({ value, kind, name, order: own }: DateHint, { order, latest }: DateReading, most: number): string | null {
  if (kind === 'url') return findDates(addressed(value), order).find(({ day }) => isPlausible(day, latest))?.day ?? null;
  const stamp = parseTimestamp(value) ?? (kind === 'field' ? parseSerial(value) : null);
  if (stamp) return isPlausible(stamp, latest) ? stamp : null;
  const written = SHOWN_KINDS.has(kind) && /date|datum|time|publi/i.test(name) ? value.replace(SHORT_DOTTED, '$1.$2.20$3') : value;
  const found = firstUnchanged(written, findDates(written, own ?? order)).find(({ day }) => isPlausible(day, latest));
  if (!found) return null;
  const change = value.slice(found.end).search(MODIFIED);
  const length = change < 0 ? value.length : found.end + change;
  return length - (found.end - found.index) <= most ? found.day : null;
}

/** "5.3.19" in an element that shows a day and little else; elsewhere it may be the number of a version. */
const SHORT_DOTTED = /(?<=^\D{0,14})(\d\d?)\.\s?(\d\d?)\.\s?([012]\d)(?=[\s,|·–-]{0,4}(?:\d\d?[:.]\d\d)?\D{0,6}$)/;

/** The dates of a value that no word of change announces: "Updated 9 April 2019, published 5 March 2019". */
function firstUnchanged(value: string, dates: readonly FoundDate[]): readonly FoundDate[] {
  return dates.filter(({ index }, i) => !MODIFIED.test(value.slice(dates[i - 1]?.end ?? 0, index)));
}

/** The month or year of a field that gives no day, or null. */
export function periodOfFields({ hints }: Clipping, { order, latest }: DateReading): string | null {
  for (const { kind, value } of hints) {
    const found = kind === 'field' ? findDates(value, order)[0]?.day : undefined;
    if (found !== undefined && found.length < 10 && found >= '1995' && found <= latest) return found;
  }
  return null;
}

/** An address without the archive's own stamp, its day in three parts: /202403/05/ and /2024/0305/ are so written too. */
function addressed(url: string): string {
  return url
    .replace(/^.*web\.archive\.org\/web\/\d+[a-z_]*\//, '')
    .replace(/\/((?:19|20)\d\d)\/([a-z]{3,9})\/(\d\d?)(?=\/)/i, (path, year, name, day) => {
      const month = monthNamed(name);
      return month === null ? path : `/${year}/${String(month).padStart(2, '0')}/${day}`;
    })
    .replace(/\/((?:19|20)\d\d)\/?(0[1-9]|1[0-2])\/?(0[1-9]|[12]\d|3[01])(?=\/)/, '/$1/$2/$3');
}

function isPlausible(day: string, latest: string): boolean {
  return day.length === 10 && day >= '1995' && day <= latest;
}

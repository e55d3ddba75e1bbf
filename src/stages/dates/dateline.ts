/** The line in which a text itself says when it was published: "MOSCOW, May 14, 2019 (Agency) —", "Published Dec. 7, 2018", "2018-12-22 09:01:13Agency". */
import type { Clipping, Span } from '../../core/model/articles.ts';
import type { DateReading } from './hints.ts';
import { type FoundDate, findDates } from './parse.ts';

/** Where a dateline can stand: within the first paragraphs, and within so many characters of its own. */
const FIRST_PARAGRAPHS = 12;
const LAST_PARAGRAPHS = 6;
/** Behind so many paragraphs of story a bare date is that of something else. */
const MOST_STORY = 2;
const LONGEST_LINE = 110;

/** Words that announce the day of publication, in the languages of the pages that people save. */
const LABEL =
  /(?:^|[^\p{L}])(?:publi(?:shed|cation date|é|cado|cato|ziert|cerad|ceret|sert|cat)|posted|issued|released|date|datum|veröffentlicht|erstellt|pubblicato|gepubliceerd|geplaatst|opublikowano|publikováno|julkaistu|yayınlanma|diterbitkan|опубликовано|опубліковано|дата|publié|posté|입력|등록)(?:\s+(?:on|at|am|le|el|il))?(?:\s*:)?(?:\s*\p{L}{2,12}\.?,?(?=\s))?\s*$/iu;
const MODIFIED =
  /(?:updated?|modified|revised|corrected|aktualisiert|geändert|änderung|mis à jour|actualizado|aggiornato|atualizado|bijgewerkt|update|uppdaterad|opdateret|oppdatert|päivitetty|zaktualizowano|aktualizacja|aktualizováno|güncelle(?:me|ndi)|обновлено|оновлено|수정)(?![\p{L}])[^\d]{0,25}$/iu;
const COPYRIGHT = /©|\(c\)|copyright|all rights/i;
/** "BERLIN, 28.10.2021", "MOSCOW (Agency) May 14, 2019": a place or agency in front of the date and nothing else. */
const PLACE = /^(?:\(?\p{Lu}[\p{L}.'’/-]*\)?[\s,/|·:–—-]{1,4}){0,5}\(?$/u;
const TIME = /^[\s,.)|·–—-]*(?:(?:(?:at|um|à|T)\s*)?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s*(?:[ap]\.?m\.?|uhr))?(?:\s*[A-Z]{2,4}\b)?)?/iu;

/** The day of the dateline in an article's first lines, or of a labelled one in its last, or null. */
export function datelineDay(clipping: Clipping, reading: DateReading): string | null {
  const { paragraphs } = clipping;
  let story = 0;
  for (const span of paragraphs.slice(0, FIRST_PARAGRAPHS)) {
    const day = story < MOST_STORY ? dayOfLine(clipping.text, span, reading) : null;
    if (day) return day;
    if (span[1] - span[0] > LONGEST_LINE) story++;
  }
  return null;
}

/** The day of a labelled date ("Published: …") in the last lines, which say less: comments and other stories stand there too. */
export function closingDay(clipping: Clipping, reading: DateReading): string | null {
  for (const [start, end] of clipping.paragraphs.slice(-LAST_PARAGRAPHS)) {
    const line = clipping.text.slice(start, Math.min(end, start + LONGEST_LINE * 2));
    const found = fullDates(line, reading).find(({ index }) => LABEL.test(line.slice(0, index)));
    if (found && !COPYRIGHT.test(line)) return found.day;
  }
  return null;
}

function dayOfLine(text: string, [start, end]: Span, reading: DateReading): string | null {
  const line = text.slice(start, Math.min(end, start + LONGEST_LINE * 2));
  if (COPYRIGHT.test(line)) return null;
  for (const found of fullDates(line, reading)) {
    const before = line.slice(0, found.index);
    if (MODIFIED.test(before)) continue;
    if (PLACE.test(before) || LABEL.test(before)) return found.day;
    const after = line.slice(found.end).replace(TIME, '');
    if (
      end - start <= LONGEST_LINE &&
      before.length <= 45 &&
      after.length <= 45 &&
      !/[.!?]\s+\p{Lu}/u.test(before) &&
      isNoSentence(before, after)
    )
      return found.day;
  }
  return null;
}

/** A byline or a bare line: hardly any lower-case word around the date. */
function isNoSentence(before: string, after: string): boolean {
  const words = `${before} ${after}`.match(/(?<![\p{L}])\p{Ll}{2,}/gu) ?? [];
  return words.length <= 3 && !/[.!?]\s*$/.test(after.slice(0, 60));
}

function fullDates(line: string, { order, latest }: DateReading): readonly FoundDate[] {
  return findDates(line, order).filter(({ day }) => day.length === 10 && day >= '1995' && day <= latest);
}

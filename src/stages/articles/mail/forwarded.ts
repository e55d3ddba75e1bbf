/** A message that somebody sent on: what stands below the head of the first one is the article. */

/** What the head of a message tells that was sent on. */
export interface Forwarded {
  readonly from: string;
  readonly date: string;
  readonly subject: string | null;
  /** Where its text begins. */
  readonly start: number;
}

/** Where such a head is looked for: below a few words of who sends it on. */
const FARTHEST = 3000;
const MARK =
  /^[ \t]*(?:-{2,}[ \t]*(?:Forwarded message|Original Message|Weitergeleitete Nachricht|Ursprüngliche Nachricht|Message transféré|Mensaje reenviado|Пересылаемое сообщение)(?:[ \t]*-{1,20})?|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:)[ \t]*$/gim;
const FIELD =
  /^\*?(From|Von|De|Da|От|Date|Datum|Sent|Gesendet|Envoyé|Дата|Subject|Betreff|Objet|Asunto|Тема|To|An|À|Cc|Reply-To|Кому):\*?(.*)$/i;
const MOST_LINES = 14;
/** A message that was sent on more than once begins with the next head. */
const MOST_TIMES = 5;

/** The innermost head that a text begins with, or null. */
export function forwardedHead(text: string): Forwarded | null {
  let found: Forwarded | null = null;
  for (let times = 0; times < MOST_TIMES; times++) {
    const from: number = found?.start ?? 0;
    MARK.lastIndex = 0;
    const mark = MARK.exec(text.slice(from, from + FARTHEST));
    const head = mark && headAt(text, from + mark.index + mark[0].length);
    if (!head || (found !== null && mark.index > MOST_BETWEEN)) break;
    found = head;
  }
  return found;
}

const MOST_BETWEEN = 300;

/** The lines of a head from a place on; null where it names no sender or no day. */
function headAt(text: string, at: number): Forwarded | null {
  const fields = new Map<string, string>();
  let start = at;
  for (const line of text.slice(at, at + FARTHEST).split(/(?<=\r\n|\n|\r(?!\n))/)) {
    const field = FIELD.exec(line.trim());
    if (field) fields.set(kindOf(field[1] ?? ''), (field[2] ?? '').trim());
    else if (line.trim() !== '' || fields.size > 1) break;
    start += line.length;
    if (fields.size > MOST_LINES) break;
  }
  const [from, date] = [fields.get('from'), fields.get('date')];
  return from && date ? { from, date, subject: fields.get('subject') || null, start } : null;
}

function kindOf(name: string): string {
  if (/^(?:from|von|de|da|от)$/i.test(name)) return 'from';
  if (/^(?:date|datum|sent|gesendet|envoyé|дата)$/i.test(name)) return 'date';
  return /^(?:subject|betreff|objet|asunto|тема)$/i.test(name) ? 'subject' : name.toLowerCase();
}

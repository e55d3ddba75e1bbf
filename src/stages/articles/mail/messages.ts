/** E-mail → what is told in it: a message of .eml, the messages of .mbox. */
import { decodeText } from '../decode.ts';
import { decodeWords, field, type Message, openMessage, type Part } from './mime.ts';

/** One message. */
export interface Mail {
  /** 'message 3' in a mailbox, '' where the file is the message. */
  readonly place: string;
  readonly subject: string | null;
  /** As it stands. */
  readonly date: string | null;
  /** Name and address of who sent it: 'Lake Courier <news@lake.example>'. */
  readonly sender: string | null;
  readonly text: string | null;
  readonly html: string | null;
  /** Files that were sent with it, but for pictures and the like. */
  readonly attached: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** The line before a message of a mailbox, behind an empty line. */
const FROM_LINE = /(?<=^|\n\r?\n)From \S{1,200} [^\n]{0,80}\d\d:\d\d[^\n]{0,40}\d{4}[^\n]{0,20}\n/g;
/** Parts that hold nothing to read: pictures, signatures, invitations, cards. */
const NOTHING_TO_READ = /^(?:image|audio|video)\/|signature|pkcs7|calendar|vcard|delivery-status|rfc822-headers/;
const FEWEST_CHARACTERS = 80;

/** The messages of a file. Never throws. */
export function* openMail(bytes: Uint8Array): Generator<Mail> {
  const text = Buffer.from(bytes).toString('latin1');
  const starts = [...text.matchAll(FROM_LINE)];
  if (starts.length === 0 || starts[0]?.index !== 0) return yield mailOf(openMessage(text), '');
  for (const [i, { index, 0: line }] of starts.entries()) {
    const message = text.slice(index + line.length, starts[i + 1]?.index).replace(/^>(>*From )/gm, '$1');
    yield mailOf(openMessage(message), `message ${i + 1}`);
  }
}

function mailOf({ head, parts }: Message, place: string): Mail {
  const [date, subject, sender] = ['Date', 'Subject', 'From'].map((name) => field(head, name));
  const shown = parts.filter((part) => !part.isAttached && part.name === null);
  const html = writing(shown, 'text/html');
  const text = writing(shown, 'text/plain');
  return {
    place,
    subject: subject ? decodeWords(subject).replace(/^(?:\s*(?:re|fwd?|aw|wg|tr)\s*:)+\s*/i, '') : null,
    date: date ?? null,
    sender: sender ? decodeWords(sender).replace(/"/g, '') : null,
    text: text !== null && (html === null || text.length >= FEWEST_CHARACTERS) ? text : null,
    html,
    attached: parts
      .filter((part) => !shown.includes(part) || !/^text\/(?:plain|html)$/.test(part.type))
      .filter(({ type }) => !NOTHING_TO_READ.test(type))
      .map(({ name, type, bytes }, i) => ({ name: name ?? `part-${i + 1}${type === 'message/rfc822' ? '.eml' : ''}`, bytes })),
  };
}

/** All that is shown of one kind, or null. */
function writing(parts: readonly Part[], type: string): string | null {
  const texts = parts
    .filter((part) => part.type === type)
    .map(({ bytes, charset, isFlowed }) => {
      const text = (decodeText(bytes, charset)?.text ?? '').replace(/\r\n?/g, '\n');
      return isFlowed ? text.replace(/(?<=[^\s-]) \n(?=[^\s>])/g, ' ') : text;
    });
  const text = texts.filter((each) => /\S/.test(each)).join('\n\n');
  return text === '' ? null : text;
}

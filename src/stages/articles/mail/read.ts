/** E-mail → clippings: the text of a message is an article, and what is attached is read as a file of its own. */
import type { Clipping, DateHint, Span } from '../../../core/model/articles.ts';
import type { Outcome } from '../../../core/model/problems.ts';
import { readExport, sniffExport } from '../exports/read.ts';
import { guarded, idOf, joinOutcomes, keep, setAside } from '../finish.ts';
import type { InputFile, ReadOptions } from '../input.ts';
import { mendText } from '../mend.ts';
import { readPage } from '../pages/page.ts';
import { forwardedHead } from './forwarded.ts';
import { type Mail, openMail } from './messages.ts';

/** Reads the messages of a file; `readInner` reads what is attached. */
export function readMail(file: InputFile, options: ReadOptions, readInner: (file: InputFile) => Outcome<Clipping>): Outcome<Clipping> {
  const outcomes: Outcome<Clipping>[] = [];
  for (const mail of openMail(file.bytes)) {
    const { place, attached } = mail;
    const outcome = guarded({ path: file.path, place }, () => readMessage(mail, file, options));
    outcomes.push('code' in outcome ? { kept: [], problems: [outcome] } : outcome);
    for (const { name, bytes } of attached) outcomes.push(readInner({ path: [file.path, place, name].filter(Boolean).join('/'), bytes }));
  }
  return joinOutcomes(outcomes);
}

function readMessage(mail: Mail, { path }: InputFile, options: ReadOptions): Outcome<Clipping> {
  const { place, html, attached } = mail;
  if (mail.text !== null) return readText(mail, mendText(mail.text), path, options);
  if (html !== null)
    return sent(readPage({ path, ...placed(mail), html, address: null, hints: dayOf(mail), title: mail.subject }, options), mail);
  return attached.length > 0 ? { kept: [], problems: [] } : setAside({ path, place }, 'empty', 'there is no text in the message');
}

/** A message that a database sent holds many articles. */
function readText(mail: Mail, text: string, path: string, options: ReadOptions): Outcome<Clipping> {
  const layout = sniffExport(text);
  if (layout) return readExport(layout, { path: [path, mail.place].filter(Boolean).join('/'), text }, options);
  const { place } = mail;
  const forwarded = forwardedHead(text);
  const told = forwarded ? { ...mail, sender: forwarded.from, date: forwarded.date, subject: forwarded.subject ?? mail.subject } : mail;
  const above: readonly Span[] = forwarded ? [[0, forwarded.start]] : [];
  const id = place === '' ? idOf(path) : `${idOf(path)}:${place}`;
  const marked = [...above, ...repliesAndSignature(text)];
  const draft = { id, path, ...placed(mail), text, marked, title: told.subject, hints: dayOf(told), hasHead: true };
  return sent(keep(draft, options.boilerplate), told);
}

function placed({ place }: Mail): { readonly place?: string } {
  return place === '' ? {} : { place };
}

function dayOf({ date }: Mail): readonly DateHint[] {
  return date ? [{ kind: 'header line', name: 'Date', value: date.slice(0, 80) }] : [];
}

function sent({ kept, problems }: Outcome<Clipping>, { sender }: Mail): Outcome<Clipping> {
  return { kept: kept.map((clipping) => ({ ...clipping, outlet: null, ...(sender && { sender: sender.slice(0, 300) }) })), problems };
}

/** Lines that quote an earlier message, and all from the line "-- " on. */
function repliesAndSignature(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const { index, 0: line } of text.matchAll(/^.*$/gm)) {
    if (/^-- ?$/.test(line)) return [...spans, [index, text.length]];
    if (line.startsWith('>')) spans.push([index, index + line.length]);
  }
  return spans;
}

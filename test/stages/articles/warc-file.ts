/** Web archives that tests make, record by record. */

/** One record as a crawler writes it; `fields` go before the usual ones. */
export function record(type: string, block: string | Buffer, fields: Readonly<Record<string, string | number>> = {}): Buffer {
  const bytes = Buffer.from(block as string);
  const all = {
    'WARC-Type': type,
    'WARC-Date': '2024-03-06T09:00:00Z',
    'WARC-Target-URI': 'https://lake.example/a',
    'Content-Length': bytes.length,
    ...fields,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${head.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** Fields of a record that holds an answer. */
export const HTTP = { 'Content-Type': 'application/http; msgtype=response' };

/** An answer of a server. */
export const answer = (body: string | Buffer, head = 'Content-Type: text/html; charset=utf-8'): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${head}\r\n\r\n`), Buffer.from(body as string)]);

const STORY = '“We are ready,” Marta Klein said on Tuesday, and nobody who was there has denied it so far.';

/** A page with a story of two paragraphs. */
export const page = (title: string, story = STORY): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${story}</p><p>The envoys are to meet again next month.</p></article></body></html>`;

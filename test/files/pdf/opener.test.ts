import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { openPdf } from '../../../src/files/pdf/open.ts';
import { below, drawn, pdfWith, streamOf } from '../../stages/articles/pdf/pdf-file.ts';

// The thread runs compiled code only, so the opener is taken from where a user has it.
const { openDocument } = (await import(
  pathToFileURL(resolve('dist/files/pdf/opener.js')).href
)) as typeof import('../../../src/files/pdf/opener.ts');
const page = () => new Uint8Array(pdfWith(streamOf(drawn(below(['The minister came.', 'He said nothing.'])))));

test('the thread gives what opening in place gives, one document after the other', async () => {
  const expected = await openPdf(page());
  expect(expected).toMatchObject({ pages: [{ pieces: [{ text: 'The minister came.' }, { text: 'He said nothing.' }] }] });
  expect(await openDocument(page())).toEqual(expected);
  expect(await openDocument(page())).toEqual(expected);
});

test('a document that is broken is told as such, and the next is opened all the same', async () => {
  expect(await openDocument(page().slice(0, 40))).toMatchObject({ code: 'bad pdf' });
  expect(await openDocument(page())).toHaveProperty('pages');
});

/** Opens documents in a thread that has a thread for PDFs of its own, as the threads of a night do. */
function openElsewhere(documents: readonly Uint8Array[]): Promise<unknown> {
  const code = `import(process.argv[2]).then(async ({ openDocument }) => {
    const { parentPort, workerData } = require('node:worker_threads');
    const opened = [];
    for (const bytes of workerData) opened.push(await openDocument(bytes));
    parentPort.postMessage(opened);
  });`;
  const worker = new Worker(code, { eval: true, argv: [pathToFileURL(resolve('dist/files/pdf/opener.js')).href], workerData: documents });
  return new Promise((done, fail) => void worker.once('message', done).once('error', fail)).finally(() => worker.terminate());
}

test('several threads at once give what one gives', async () => {
  const documents = ['The minister came.', 'He said nothing.', 'He left.'].map(
    (text) => new Uint8Array(pdfWith(streamOf(drawn(below([text, 'It rained.']))))),
  );
  const expected: unknown[] = [];
  for (const bytes of documents) expected.push(await openPdf(bytes.slice()));
  const found = await Promise.all([documents, [...documents].reverse(), documents].map(openElsewhere));
  expect(found).toEqual([expected, [...expected].reverse(), expected]);
});

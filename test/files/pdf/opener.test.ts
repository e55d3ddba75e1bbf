import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
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

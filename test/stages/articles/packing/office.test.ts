import { expect, test } from 'vitest';
import { read, readOne } from '../reading.ts';
import { zipOf } from './zip-of.ts';

const paragraph = (...runs: readonly string[]): string =>
  `<w:p><w:pPr/>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join('')}</w:p>`;
const documentOf = (body: string, before = ''): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
const docx = (body: string, before = ''): Buffer =>
  zipOf([
    ['[Content_Types].xml', Buffer.from('<Types/>')],
    ['word/document.xml', Buffer.from(documentOf(body, before))],
  ]);

test('a .docx is its paragraphs: runs joined, tabs and breaks kept, deletions, field codes and fallback copies left out', () => {
  const body = [
    paragraph('Envoys meet on the lake'),
    '<w:p><w:r><w:t>“We are </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:r><w:t>ready &amp; willing,”</w:t><w:br/><w:t>Marta Klein said.</w:t></w:r></w:p>',
    '<w:p><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:t>She left</w:t><w:tab/><w:t>late.</w:t></w:r><w:p/></w:p>',
    '<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>A box.</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>A box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>',
  ];
  expect(readOne('talks.docx', docx(body.join('')))).toMatchObject({
    id: 'talks',
    title: 'Envoys meet on the lake',
    text: 'Envoys meet on the lake\n\n“We are ready & willing,”\nMarta Klein said.\n\nShe left\tlate.\n\nA box.',
  });
});

test('a delivery of Nexis as .docx holds an article a record, and its cover sheet none', () => {
  const article = (title: string): readonly string[] => [
    title,
    'Lake Courier',
    'March 5, 2024 Tuesday',
    'Copyright 2024 Lake Courier Ltd. All Rights Reserved',
    'Length: 120 words',
    'Byline: Ann Reed',
    'Body',
    'The envoys met on Tuesday.',
    '“We want to work with them,” said Marta Klein.',
    'Load-Date: March 6, 2024',
    'End of Document',
  ];
  const cover = [
    'User Name: Ann Reed',
    'Date and Time: Tuesday, March 12, 2024 10:00:00 AM CET',
    'Documents (2)',
    '1. First talks',
    'Client/Matter: -None-',
  ];
  const lines = [...cover, ...article('First talks'), ...article('Second talks')];
  const { kept, problems } = read('delivery.docx', docx(lines.map((line) => paragraph(line)).join('')));
  expect(problems).toEqual([]);
  expect(kept).toMatchObject([
    { place: 'record 1', title: 'First talks', outlet: 'Lake Courier', author: 'Ann Reed' },
    {
      place: 'record 2',
      title: 'Second talks',
      text: 'Second talks\n\nThe envoys met on Tuesday.\n\n“We want to work with them,” said Marta Klein.',
    },
  ]);
});

test('a hostile .docx is bounded: a bomb is too large, entities of a document type are not read, a hundred thousand runs are', () => {
  expect(read('a.docx', docx(`<w:p>${' '.repeat(20_000_000)}</w:p>`)).problems).toMatchObject([{ code: 'too large' }]);
  const entity = docx(
    paragraph('The key is &key; and no more, said the envoy who has it.'),
    '<!DOCTYPE x [<!ENTITY key SYSTEM "file:///etc/passwd">]>',
  );
  expect(readOne('a.docx', entity).text).toContain('&key;');
  const runs = Array.from({ length: 100_000 }, () => 'word ');
  expect(readOne('a.docx', docx(paragraph(...runs))).text).toHaveLength(499_999);
  expect(read('a.docx', docx(`<w:p>${'<w:r>'.repeat(200_000)}`)).problems).toMatchObject([{ code: 'too complex' }]);
});

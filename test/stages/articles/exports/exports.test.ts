import { expect, test } from 'vitest';
import { read, readOne } from '../reading.ts';

const BODY =
  'The two envoys met on Tuesday for the third time this year.\n\n“We have moved an inch,” said Marta Klein, who leads one of them.';

const NEXIS = `
                               1 of 2 DOCUMENTS


                              The Invented Post

                     March 14, 2018 Wednesday
                        Late Edition - Final

Envoys Meet Again

BYLINE: By ANN LEE

SECTION: Section A; Pg. 1

LENGTH: 412 words

DATELINE: MOSCOW

${BODY}

URL: https://post.example/a

LOAD-DATE: March 14, 2018

LANGUAGE: ENGLISH

                               2 of 2 DOCUMENTS

no layout that anyone knows
`;

const NEXIS_UNI = `Envoys Meet Again
The Invented Post
March 14, 2018 Wednesday

Copyright 2018 The Invented Post All Rights Reserved
Section: A; Pg. 1
Length: 412 words
Byline: Ann Lee

Body

${BODY}

Load-Date: March 14, 2018

End of Document
`;

const FACTIVA = `Envoys Meet Again

By Ann Lee
412 words
14 March 2018
The Invented Post
INVP
1
English
Copyright 2018 The Invented Post. All Rights Reserved.

${BODY}

Document INVP000020180314ee3e0002t
`;

const FACTIVA_CODED = `SE  Foreign
HD  Envoys Meet Again
BY  Ann Lee
WC  412 words
PD  14 March 2018
SN  The Invented Post
SC  INVP
LA  English
CY  Copyright 2018
LP
The two envoys met on Tuesday for the third time this year.

TD
“We have moved an inch,” said Marta Klein, who leads one of them.

NS  gpol : Politics
AN  Document INVP000020180314ee3e0002t

Document INVP000020180314ee3e0002t
`;

const PROQUEST = `____________________________________________________________

Envoys Meet Again

Author: Lee, Ann

Publication info: The Invented Post; Springfield [Springfield]14 Mar 2018: A.1.

Full text: ${BODY}

Title: Envoys Meet Again

Publication title: The Invented Post

Publication date: Mar 14, 2018

ProQuest document ID: 2013456789

Document URL: https://search.example/docview/2013456789

Copyright: Copyright The Invented Post Mar 14, 2018

____________________________________________________________

Contact us at: https://proquest.example
`;

const LAYOUTS: readonly (readonly [name: string, text: string, date: string])[] = [
  ['Nexis', NEXIS, 'March 14, 2018'],
  ['Nexis Uni', NEXIS_UNI, 'March 14, 2018'],
  ['Factiva', FACTIVA, '14 March 2018'],
  ['Factiva with its codes', FACTIVA_CODED, '14 March 2018'],
  ['ProQuest', PROQUEST, 'Mar 14, 2018'],
];

test.each(LAYOUTS)('an export of %s gives title, outlet, day and body', (_, text, date) => {
  const [article] = read('export.txt', text).kept;
  expect(article).toMatchObject({
    title: 'Envoys Meet Again',
    outlet: 'The Invented Post',
    place: 'record 1',
    text: `Envoys Meet Again\n\n${BODY}`,
  });
  expect(article?.hints).toEqual([{ kind: 'field', name: 'date', value: date }]);
});

test('a record that is laid out otherwise is set aside, and the others are kept', () => {
  const { kept, problems } = read('export.txt', NEXIS);
  expect(kept).toHaveLength(1);
  expect(problems).toMatchObject([{ place: 'record 2', code: 'unknown layout' }]);
});

test('a text that is no export is set aside when the job says that it is one', () => {
  for (const format of ['nexis', 'factiva', 'proquest'])
    expect(read('a.txt', BODY, { format }).problems).toMatchObject([{ code: 'unknown layout' }]);
});

test('an article that mentions such a database is an article', () => {
  expect(read('a.txt', `A headline of five words\n\nThe search in Factiva found 412 words.\n\n${BODY}`).kept).toHaveLength(1);
});

const CODED: readonly (readonly [code: string, value: string])[] = [
  ['SE', 'World'],
  ['HD', 'Envoys meet on the lake'],
  ['BY', 'By Ann Reed'],
  ['WC', '120 words'],
  ['PD', '5 March 2024'],
  ['ET', '10:31'],
  ['SN', 'Lake Courier'],
  ['SC', 'LAKEC'],
  ['LA', 'English'],
  ['CY', '(c) 2024 Lake Courier Ltd.'],
  ['LP', 'The two envoys met on Tuesday.'],
  ['TD', '“We are ready,” Marta Klein said.'],
  ['NS', 'gpol : Politics'],
  ['AN', 'Document LAKEC00020240305ek3500012'],
];

test.each(['\n', '\t', '  '])('the codes of Factiva may stand on lines of their own, or in front of their values: %j', (between) => {
  const record = CODED.map(([code, value]) => `${code}${between}${value}`).join('\n');
  const { kept, problems } = read('a.txt', `${record}\n\n${record.replace('3500012', '3500013')}\n`);
  expect(problems).toEqual([]);
  expect(kept.map(({ id, title, outlet, text }) => [id, title, outlet, text])).toEqual(
    ['LAKEC00020240305ek3500012', 'LAKEC00020240305ek3500013'].map((id) => [
      id,
      'Envoys meet on the lake',
      'Lake Courier',
      'Envoys meet on the lake\n\nThe two envoys met on Tuesday.\n\n“We are ready,” Marta Klein said.',
    ]),
  );
});

test('a report of ProQuest has the day of the article, not its own, and the outlet without its place', () => {
  const report = `Report Information from ProQuest
March 06 2024 09:00

Document 1 of 1

Envoys meet on the lake

Reed, Ann. Lake Courier; Geneva [Geneva]05 Mar 2024: A.4.

ProQuest document link

FULL TEXT
The two envoys met on Tuesday.

“We are ready,” Marta Klein said.

DETAILS

Subject: Diplomacy

Publication title: Lake Courier; Geneva

Publication date: Mar 5, 2024

ProQuest document ID: 123456

LINKS

Linking Service
`;
  expect(readOne('a.txt', report)).toMatchObject({
    id: '123456',
    title: 'Envoys meet on the lake',
    outlet: 'Lake Courier',
    text: 'Envoys meet on the lake\n\nThe two envoys met on Tuesday.\n\n“We are ready,” Marta Klein said.',
    hints: [{ value: 'Mar 5, 2024' }],
  });
});

const OTHER_DATABASES: readonly (readonly [name: string, text: string])[] = [
  [
    'NewsBank',
    'Envoys meet\nLake Courier, The (Geneva, NY)\nMarch 5, 2024\nSection: News\n“We are ready,” Marta Klein said.\nCopyright (c) 2024 Lake Courier\nRecord Number: 1A2B3C4D5E6F',
  ],
  [
    'EBSCO',
    'Title: Envoys meet\nSource: Lake Courier, 3/5/2024\n“We are ready,” Marta Klein said.\nAccession Number: 2W6000000001\nDatabase: Newspaper Source',
  ],
  ['EBSCO', 'Envoys meet.\nPersistent link to this record (Permalink): https://lake.example/x\n“We are ready,” Marta Klein said.'],
  ['Gale', 'Envoys meet\n“We are ready,” Marta Klein said.\nGale Document Number: GALE|A000000001'],
  ['Europresse', 'Envoys meet\n“We are ready,” Marta Klein said.\nnews·20240305·LC·001'],
  ['Nexis', 'Job Number: 100000\nDocuments (1)\n1. Envoys meet\nClient/Matter: -None-\nSearch Terms: envoys'],
];

test.each(OTHER_DATABASES)('an export whose layout is not known is set aside by the name of its database: %s', (name, text) => {
  const { kept, problems } = read('a.txt', text);
  expect(kept).toEqual([]);
  expect(problems).toMatchObject([{ code: 'unknown layout', reason: expect.stringContaining(name) }]);
});

test('an article about such a database, or with a number of a record in it, is an article', () => {
  for (const line of [
    'Record Number: the talks broke their own.',
    'NewsBank and EBSCO sell old papers, Marta Klein said.',
    'Database: none.',
  ])
    expect(read('a.txt', `Envoys meet\n\n${line}\n\n“We are ready,” she said.`).kept).toHaveLength(1);
});

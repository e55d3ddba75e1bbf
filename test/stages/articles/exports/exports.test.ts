import { expect, test } from 'vitest';
import { read } from '../reading.ts';

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

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeWords } from '../../../../src/stages/articles/mail/mime.ts';
import { compileOutlets, outletOf } from '../../../../src/stages/articles/outlets.ts';
import { zipOf } from '../packing/zip-of.ts';
import { read, readOne } from '../reading.ts';

const STORY = '“We are ready,” Marta Klein said on Tuesday, and nobody who was there has denied it so far.';
const MORE = 'Both sides will meet again next month, a spokesman added on the steps of the old town hall.';
const HEAD = [
  'From: Lake Courier <news@lake.example>',
  'To: desk@hill.example',
  'Date: Tue, 05 Mar 2024 23:30:00 -0500',
  'Message-ID: <1@lake.example>',
  'MIME-Version: 1.0',
];

const message = (fields: readonly string[], body: string): string => [...HEAD, ...fields, '', body].join('\r\n');
const part = (fields: readonly string[], body: string): string => ['--b', ...fields, '', body, ''].join('\r\n');
const multipart = (kind: string, ...parts: readonly string[]): string =>
  message(
    [`Content-Type: multipart/${kind}; boundary="b"`, 'Subject: Fwd: Envoys meet on the lake'],
    `For old programs.\r\n${parts.join('')}--b--\r\n`,
  );

const PLAIN = part(['Content-Type: text/plain; charset=utf-8'], `${STORY}\r\n\r\n${MORE}`);
const HTML = part(
  ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64'],
  Buffer.from(`<html><body><p>${STORY}</p><p>${MORE}</p></body></html>`).toString('base64'),
);

describe('a message', () => {
  it('is an article of its text, its subject and the day on which it was sent', () => {
    expect(
      readOne('a.eml', message(['Subject: Envoys meet', 'Content-Type: text/plain; charset=utf-8'], `${STORY}\r\n\r\n${MORE}`)),
    ).toMatchObject({
      id: 'a',
      text: `${STORY}\n\n${MORE}`,
      title: 'Envoys meet',
      outlet: null,
      sender: 'Lake Courier <news@lake.example>',
      hints: [{ kind: 'header line', name: 'Date', value: 'Tue, 05 Mar 2024 23:30:00 -0500' }],
    });
  });

  const texts: readonly (readonly [what: string, content: string])[] = [
    ['text beside HTML', multipart('alternative', PLAIN, HTML)],
    ['HTML alone', multipart('alternative', HTML)],
    [
      'HTML with a text that says nothing',
      multipart('alternative', part(['Content-Type: text/plain'], 'Please look at this in a browser.'), HTML),
    ],
    [
      'a picture',
      multipart('mixed', PLAIN, part(['Content-Type: image/png; name=a.png', 'Content-Transfer-Encoding: base64'], 'iVBORw0KGgo=')),
    ],
    [
      'quoted-printable',
      message(
        [
          'Subject: Envoys meet on the lake',
          'Content-Type: text/plain; charset=windows-1252',
          'Content-Transfer-Encoding: quoted-printable',
        ],
        `${STORY.replace('“', '=93').replace('”', '=94').replace(' there', ' =\r\nthere')}\r\n\r\n${MORE}`,
      ),
    ],
    [
      'lines that flow',
      message(
        ['Subject: Envoys meet on the lake', 'Content-Type: text/plain; charset=utf-8; format=flowed'],
        `${STORY.replace(' said', ' \r\nsaid')}\r\n\r\n${MORE}`,
      ),
    ],
    [
      'parts in parts',
      multipart(
        'mixed',
        part(
          ['Content-Type: multipart/alternative; boundary=c'],
          `--c\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${STORY}\r\n\r\n${MORE}\r\n--c--`,
        ),
      ),
    ],
  ];
  it.each(texts)('with %s gives the story', (_, content) => {
    const clipping = readOne('a.txt', content);
    expect(clipping.text).toContain(`${STORY}\n\n${MORE}`);
    expect(clipping.title).toBe('Envoys meet on the lake');
  });

  it('keeps what it quotes of earlier messages, and its signature, as boilerplate', () => {
    const { text, boilerplate } = readOne(
      'a.eml',
      message(['Subject: Re: Talks'], `${STORY}\r\n\r\n> ${MORE}\r\n> Yours\r\n\r\n-- \r\nAnn Lee, Hill Desk`),
    );
    const marked = boilerplate.map((span) => text.slice(...span)).join('|');
    expect(marked).toContain(MORE);
    expect(marked).toContain('Ann Lee');
    expect(marked).not.toContain('Marta Klein');
  });

  it('gives what is attached as files of their own, under their names', () => {
    const attached = (name: string, bytes: Buffer): string =>
      part(
        [
          'Content-Type: application/octet-stream',
          `Content-Disposition: attachment; filename="${name}"`,
          'Content-Transfer-Encoding: base64',
        ],
        bytes.toString('base64'),
      );
    const { kept, problems } = read(
      'a.eml',
      multipart(
        'mixed',
        PLAIN,
        attached('b.txt', Buffer.from(`${MORE}\n\n${STORY}`)),
        attached('c.zip', zipOf([['d.txt', Buffer.from(STORY)]])),
        attached('e.rtf', Buffer.from('{\\rtf1 We are ready}')),
      ),
    );
    expect(kept.map(({ path }) => path)).toEqual(['a.eml', 'a.eml/b.txt', 'a.eml/c.zip/d.txt']);
    expect(problems).toMatchObject([{ path: 'a.eml/e.rtf', code: 'rtf' }]);
  });

  it('without text is empty', () => {
    expect(read('a.eml', message(['Subject: x'], '')).problems).toMatchObject([{ code: 'empty' }]);
  });
});

describe('a mailbox', () => {
  const from = 'From news@lake.example Tue Mar  5 10:00:00 2024\n';
  const first = `${from}${message(['Subject: First'], `${STORY}\r\n\r\n>From here on they spoke alone.`).replaceAll('\r\n', '\n')}\n\n`;
  const second = `${from}${message(['Subject: Second'], `${MORE}\nFrom Monday 10:30 to noon they met in 2024.`).replaceAll('\r\n', '\n')}\n`;

  it('gives an article a message, by its number', () => {
    const { kept, problems } = read('a.mbox', first + second);
    expect(problems).toEqual([]);
    expect(kept.map(({ place, title }) => [place, title])).toEqual([
      ['message 1', 'First'],
      ['message 2', 'Second'],
    ]);
    expect(kept[0]?.text).toContain('\n\nFrom here on');
  });

  it('is known by its content, also packed', () => {
    expect(read('mails.gz', gzipSync(first + second)).kept).toHaveLength(2);
  });
});

it('a message is from a listed outlet where its sender is one, by name or by address', () => {
  const { value } = compileOutlets({
    outlets: [{ file: 'o', line: 2, cells: { name: 'The Lake Courier', aliases: 'Lake Courier|lake.example' } }],
  });
  const clipping = readOne('a.eml', message(['Subject: Envoys meet'], `${STORY}\r\n\r\n${MORE}`));
  expect(outletOf(clipping, value)).toBe('The Lake Courier');
  expect(outletOf({ ...clipping, sender: 'Ann Lee <ann@hill.example>' }, value)).toBe(null);
});

it.each([
  ['=?utf-8?Q?Talks_on_the_=C5=81aba?=', 'Talks on the Łaba'],
  ['=?UTF-8?B?VGFsa3M=?= =?utf-8?B?IGFnYWlu?=', 'Talks again'],
  ['=?iso-8859-1?Q?Jos=E9?= meets', 'José meets'],
  ['Talks =?= in town', 'Talks =?= in town'],
])('a header field %s reads %s', (value, expected) => {
  expect(decodeWords(value)).toBe(expected);
});

const HEADS: readonly (readonly [program: string, head: string])[] = [
  [
    'one',
    '---------- Forwarded message ---------\nFrom: Lake Courier <news@lake.example>\nDate: Tue, 5 Mar 2024 at 10:31\nSubject: Envoys meet\nTo: Ann Reed <ann@desk.example>\n',
  ],
  [
    'another',
    '-----Original Message-----\nFrom: Lake Courier <news@lake.example>\nSent: Tuesday, March 5, 2024 10:31 AM\nTo: Ann Reed\nSubject: Envoys meet\n',
  ],
  [
    'a third',
    'Begin forwarded message:\n\nFrom: Lake Courier <news@lake.example>\nSubject: Envoys meet\nDate: March 5, 2024 at 10:31:00 CET\nTo: ann@desk.example\n',
  ],
];

it.each(HEADS)('a message that was sent on is of the day and the sender of the first one, in the words of %s program', (_, head) => {
  const story = '“We are ready,” Marta Klein said on Tuesday, and nobody who was there has denied it.';
  const mail = `From: Ann Reed <ann@desk.example>\nSubject: Fwd: Envoys meet\nDate: Wed, 06 Mar 2024 10:00:00 +0000\nMessage-ID: <1@desk.example>\nMIME-Version: 1.0\n\nFor the archive, said the desk.\n\n${head}\n${story}\n`;
  const clipping = readOne('a.eml', mail);
  expect(clipping).toMatchObject({ title: 'Envoys meet', sender: 'Lake Courier <news@lake.example>' });
  expect(clipping.hints[0]?.value).toContain('5');
  expect(clipping.hints[0]?.value).not.toContain('06 Mar');
  const marked = clipping.boilerplate.map((span) => clipping.text.slice(...span)).join('|');
  expect([marked.includes('For the archive'), marked.includes('From: Lake'), marked.includes(story)]).toEqual([true, true, false]);
});

import { describe, expect, test } from 'vitest';
import { adviceOn } from '../../../../src/core/problem-kinds.ts';
import { marked, read, readOne } from '../reading.ts';

const page = (title: string, paragraphs: readonly string[], head = ''): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><main><h1>${title}</h1>${paragraphs.map((each) => `<p>${each}</p>`).join('')}</main></body></html>`;

const STAND_INS: readonly (readonly [code: string, title: string, paragraphs: readonly string[]])[] = [
  [
    'consent page',
    'Lake Courier',
    [
      'We value your privacy',
      'We and our 900 partners store and access information on a device and process personal data. “We respect every choice,” says Marta Klein of Lake Media.',
      'Precise geolocation data, and identification through device scanning, may be used.',
      'You can agree or refuse at any time.',
    ],
  ],
  [
    'consent page',
    'Before you continue',
    ['We use cookies and data to deliver our service. You may manage your preferences at any time.', 'Accept all'],
  ],
  [
    'paywall',
    'Envoys meet on the lake',
    ['Subscribe to continue reading.', 'Already a subscriber? Log in.', 'Cancel anytime. Only 1 lake franc per month.'],
  ],
  ['paywall', 'Envoys meet on the lake', ['You have reached your article limit. Start your free trial to read on.']],
  ['needs script', 'Lake Courier', ['You need to enable JavaScript to run this app, and to read the news of the lake.']],
  [
    'page not found',
    '404 – Page not found',
    ['Sorry, the page you are looking for has moved or never was.', 'Go to the homepage or try our search.'],
  ],
  [
    'page not found',
    'Page not found | Lake Courier',
    [
      'We could not find the page.',
      'The envoys met on the lake for three hours on Tuesday, and nobody spoke to the reporters who had waited.',
    ],
  ],
  [
    'page not found',
    '502 Bad Gateway',
    ['The server of the lake gave no answer that could be understood.', 'Please try again later, or go to the homepage.'],
  ],
  ['access refused', 'Access Denied', ['You don’t have permission to access “/lake/talks” on this server.', 'Reference number 18.5c0f']],
  [
    'access refused',
    'Just a moment...',
    ['Verify you are human by completing the action below.', 'Ray ID: 7d1c · Performance & security by Lakeguard'],
  ],
];

describe('a page that stands in the place of an article is set aside by its kind', () => {
  test.each(STAND_INS)('%s: %s', (code, title, paragraphs) => {
    for (const [path, content] of [
      ['a.html', page(title, paragraphs)],
      ['a.jsonl', JSON.stringify({ id: '1', date: '2024-03-05', title, text: paragraphs.join('\n\n') })],
      ['a.txt', [title, ...paragraphs].join('\n\n')],
    ] as const) {
      const { kept, problems } = read(path, content);
      expect(kept).toEqual([]);
      expect(problems).toMatchObject([{ path, code }]);
    }
    expect(adviceOn(code).kind).toBe('no article');
  });
});

test('a page that holds scripts and no text says so', () => {
  const html = '<html><head><title>Lake Courier</title><script>load("story")</script></head><body><div id="root"></div></body></html>';
  expect(read('a.html', html).problems).toMatchObject([{ code: 'needs script' }]);
  expect(read('a.html', html.replace(/<script.*script>/, '')).problems).toMatchObject([{ code: 'empty' }]);
});

const LEAD = 'The two envoys met on Tuesday for the third time this year and spoke for an hour behind closed doors.';
const QUOTE = '“We have moved an inch,” said Marta Klein, who leads one of the delegations, on the steps.';
const END = 'Both sides will meet again next month, a spokesman added before he left for the airport.';

test('an article that is cut at a paywall is read as far as it goes, with a note', () => {
  const asking = 'Subscribe now to read the rest of this story. “The best news of the lake,” says our reader Bob Ray.';
  const { kept, problems } = read('a.html', page('Envoys meet on the lake', [QUOTE, asking, 'Already a subscriber? Log in.']));
  expect(problems).toMatchObject([{ code: 'cut at paywall' }]);
  expect(adviceOn('cut at paywall').kind).toBe('note');
  expect(kept.map((clipping) => marked(clipping).join(' '))).toEqual([expect.stringContaining('Bob Ray')]);
  expect(kept.map((clipping) => marked(clipping).join(' ').includes('inch'))).toEqual([false]);
});

test('a request for consent above an article is marked, and the article read', () => {
  const clipping = readOne(
    'a.html',
    page('Envoys meet on the lake', [
      'We value your privacy',
      'We and our partners use cookies to improve what you see.',
      LEAD,
      QUOTE,
      END,
    ]),
  );
  expect(marked(clipping).join(' ')).toContain('our partners use cookies');
  expect(marked(clipping).join(' ')).not.toContain('envoys');
});

const NEWS: readonly (readonly [title: string, paragraphs: readonly string[]])[] = [
  [
    'Access denied at the lake',
    [LEAD, 'The observers were refused. “You do not have permission to access the hall,” a guard told them, reporters said.', END],
  ],
  [
    'Page not found: how a ministry lost its site',
    ['Visitors of the ministry’s site saw an error on Tuesday, and nobody in the old town could say why it had gone.', QUOTE, END],
  ],
  [
    'Court limits the use of cookies',
    ['The court ruled that the consent to the use of cookies must be asked for, and that silence is none.', QUOTE, END],
  ],
  [
    'Are you a robot?',
    ['Half of all visitors are machines, a study of the old town’s university found, and nobody counts them.', QUOTE, END],
  ],
  ['“We value your privacy”', ['“We value your privacy, and we and our partners keep it,” said Marta Klein, whose firm sells data.', LEAD]],
  ['The talks on the lake have ended', ['“You have been blocked,” the envoy wrote.']],
];

test.each(NEWS)('news about such things stays news: %s', (title, paragraphs) => {
  for (const clipping of [readOne('a.html', page(title, paragraphs)), readOne('a.txt', [title, ...paragraphs].join('\n\n'))])
    expect(marked(clipping)).toEqual([]);
});

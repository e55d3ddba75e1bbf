import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { untried } from '../../../../src/core/feed-ledger.ts';
import type { TrendRow } from '../../../../src/core/model/trends.ts';
import { hashWords } from '../../../../src/stages/validation/design.ts';
import { wordOf } from '../../../../src/stages/writing/report/findings.ts';
import { cueAfterName } from '../../../../src/stages/writing/report/showing.ts';
import type { Said } from '../../store/relations.ts';
import { publishMade, publishTenYears, TEN_YEARS } from '../made.ts';

const pageOf = async (statements?: readonly Said[]) =>
  (await (statements === undefined ? publishTenYears() : publishMade(statements)))['report.html'] ?? '';

test('the page allows its own style and script by their hashes and nothing else', async () => {
  const page = await pageOf();
  const hash = (text = '') => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(`script-src '${hash(/<script>([\s\S]*?)<\/script>/.exec(page)?.[1])}'`);
  expect(policy).toContain(`style-src '${hash(/<style>([\s\S]*?)<\/style>/.exec(page)?.[1])}'`);
  expect(policy).not.toContain('unsafe');
});

test('the page loads nothing: no address but links, no inline style or handler', async () => {
  const page = await pageOf();
  expect(page).not.toMatch(/\s(src|srcset|srcdoc|action|data|poster|background)=/i);
  expect(page).not.toMatch(/<(img|iframe|object|embed|link rel="stylesheet|base)\b/i);
  expect(page.replace(/<script[\s\S]*?<\/script>/g, '')).not.toMatch(/\s(style|on[a-z]+)="/i);
});

const ATTACKS = [
  '<script>window.hit=1</script>',
  '</script><script>window.hit=1</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<!-- <b>',
  '<svg/onload=alert(1)>',
];

test('markup in words, titles, names and outlets stays text', async () => {
  const statements = TEN_YEARS.map((said, i) => {
    const attack = ATTACKS[i % ATTACKS.length] ?? '';
    return { ...said, text: `${attack} ${said.text}`, title: attack, speaker: `Ada ${attack}`, outlets: [attack], url: attack, hits: [] };
  });
  const page = await pageOf(statements);
  const shown = page.replace(/<script type="application\/json"[\s\S]*?<\/script>/, '');
  for (const attack of ATTACKS.filter((text) => text.includes('<'))) expect(shown).not.toContain(attack);
  const { document } = parseHTML(page);
  const elements = [...document.querySelectorAll('*')];
  expect(elements.length).toBeGreaterThan(500);
  expect(elements.filter((element) => element.getAttributeNames().some((name: string) => /^on|^style$|^src/.test(name)))).toEqual([]);
  expect(document.querySelectorAll('img, iframe, object, embed, base').length).toBe(0);
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page.match(/<\/script/g)).toHaveLength(2);
});

test('an address that does not lead to the web is no link', async () => {
  const addresses = [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//news.example',
    'not an address',
  ];
  const page = await pageOf(TEN_YEARS.map((said, i) => ({ ...said, url: addresses[i % addresses.length] ?? '' })));
  expect(page).not.toMatch(/<a href="(?!#|[\w-]+\.(?:csv|parquet|json)")/);
  expect(page).not.toMatch(/"url":"(?!http)/);
});

test('every chart names itself, and each point leads to its statements', async () => {
  const page = await pageOf();
  const charts = page.match(/<svg [^>]*>/g) ?? [];
  expect(charts.length).toBeGreaterThan(5);
  for (const chart of charts) expect(chart).toMatch(/role="group" aria-label="[^"]+"/);
  expect(page).toContain('xlink:href="#find?side=US&amp;year=2008"');
  expect(page).toMatch(/<title>US 2008: [−+]\d\.\d\d/);
});

test('a card counts statements about the two sides in the articles that they are cited from, of all that the speakers said', async () => {
  const cards = /<div class="cards">[\s\S]*?<\/p><\/div><\/div>/.exec(await pageOf())?.[0] ?? '';
  const counts = [...cards.matchAll(/>(\d+) statements?<\/a> about the two sides, from (\d+) articles?, of (\d+) by \d+ speaker/g)];
  // In the last year one side alone has spoken.
  expect(counts).toHaveLength(1);
  for (const [, relevant, articles, all] of counts) {
    expect(Number(articles)).toBeLessThanOrEqual(Number(relevant));
    expect(Number(all)).toBeGreaterThanOrEqual(Number(relevant));
  }
});

test('roles and outlets are compared with intervals, and a field of months shows which outlet was silent', async () => {
  const page = await pageOf();
  expect(page).toMatch(/By role and side[\s\S]*?<th[^>]*>95 % interval/);
  expect(page).toMatch(/data-name="outlet-months"/);
  expect(page).toMatch(/Articles by outlet and month, \d{4}-\d\d to \d{4}-\d\d/);
});

test('a series that is too short for a trend says so', async () => {
  expect(await pageOf(TEN_YEARS.filter((said) => (said.said ?? '') < '2011'))).toContain('too few to speak of a trend');
});

const CODERS = ['ann', 'bob'];
const ANSWERS = { is_statement: true, speaker_right: true, about_relations: true, date_right: true, note: '' };
const CODED = TEN_YEARS.filter(({ tone }) => tone !== null).slice(0, 40);
const CODES = {
  design: {
    ...{ version: 1 as const, job: 'sample', draws: [] },
    statements: Object.fromEntries(
      CODED.map(({ id, text }) => [id, { draw: 1, coders: CODERS, probability: 0.5, words: hashWords(text ?? '') }]),
    ),
  },
  rows: CODED.flatMap(({ id }, i) =>
    CODERS.map((coder, j) => ({ id, who: '', when: '', coder, answers: { ...ANSWERS, tone: ((i + (i % 4 ? 0 : j)) % 5) - 2 } })),
  ),
};
const chartBadges = (page: string) => [...page.matchAll(/<p class="badge">([^<]*)/g)].map(([, text]) => text?.trim() ?? '');

test('without a coded sample every chart of tone says so', async () => {
  const badges = chartBadges(await pageOf()).filter((text) => text !== '');
  expect(badges.length).toBeGreaterThanOrEqual(3);
  expect(new Set(badges)).toEqual(new Set(['Not validated on your texts.']));
});

test('with a coded sample the page says what a reader may rely on, draws corrected means and names the codes beside every chart', async () => {
  const page = (await publishMade(TEN_YEARS, false, [], CODES))['report.html'] ?? '';
  expect(page).toMatch(
    /<b>On 40 statements coded by two coders \(alpha [^)]+\) detente&#39;s label agrees with theirs in \d+ %; US means are /,
  );
  expect(new Set(chartBadges(page).filter((text) => text !== ''))).toEqual(
    new Set(['Corrected by 40 coded statements of these texts.', 'As scored, not corrected by the 40 coded statements of these texts.']),
  );
  expect(page).toContain('a cross is the uncorrected mean');
  expect(page).toMatch(/class="figure">[−+]\d\.\d\d<\/p>[^§]*?corrected by coded statements<br>Uncorrected: [−+]\d\.\d\d/);
  expect(page).not.toContain('Not validated');
});

test('the first sentence names the means of the cards: the corrected ones where there are codes', async () => {
  for (const codes of [null, CODES]) {
    const page = (await publishMade(TEN_YEARS, false, [], codes))['report.html'] ?? '';
    const figures = [...page.matchAll(/<h2>[^<]+, \d{4}<\/h2><p class="figure">([−+][\d.]+)</g)].map(([, figure]) => figure);
    expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect(/class="finding">([^<]*)/.exec(page)?.[1]).toContain(figure);
  }
});

test('a mean is called hostile or cooperative only where its interval leaves zero out', () => {
  const row = { group: { relevant: 9 }, corrected: null } as unknown as TrendRow;
  const cases = [
    [{ mean: 0.4, interval: { low: 0.1, high: 0.7 } }, 'cooperative'],
    [{ mean: 0.4, interval: { low: -0.1, high: 0.9 } }, 'not told apart from neutral'],
    [{ mean: -0.4, interval: { low: -0.6, high: -0.2 } }, 'hostile'],
    [{ mean: 0.05, interval: { low: -0.6, high: 0.7 } }, 'neutral'],
    [{ mean: 0.4, interval: null }, 'too thin to judge'],
  ] as const;
  for (const [mean, word] of cases) expect(wordOf({ ...row, ...mean })).toBe(word);
  expect(wordOf(null)).toBe('unknown');
});

test('a verb of saying that the reported words begin with is not said twice', () => {
  const cases = [
    ['accused', 'accused the other side of bad faith', ''],
    ['said', 'The talks went well', ' said'],
    [null, 'The talks went well', ''],
  ] as const;
  for (const [cue, text, expected] of cases) expect(cueAfterName({ cue, text })).toBe(expected);
});

test('a code whose statement is gone or has other words is left out, and the page says how many', async () => {
  const told = TEN_YEARS.filter(({ id }) => id !== 's00').map((said) => (said.id === 's01' ? { ...said, text: 'Other words.' } : said));
  const page = (await publishMade(told, false, [], CODES))['report.html'] ?? '';
  expect(page).toContain('On 38 statements coded by two coders');
  expect(page).toContain('Left out: 1 coded statement is no longer found; 1 coded statement has other words than the coders saw.');
});

test('a dry feed and a broken one are told apart, in coverage.csv and on the page', async () => {
  const read = { lastTry: '2026-01-01T08:00:00Z', lastSuccess: '2026-01-01T08:00:00Z' };
  const feeds = [
    { ...untried({ feed: 'https://a.example/feed', outlet: 'Riverside Post', side: 'US' }), ...read, lastChange: '2025-11-01T08:00:00Z' },
    {
      ...untried({ feed: 'https://b.example/feed', outlet: 'Hill Times', side: 'US' }),
      ...read,
      failures: 4,
      reason: 'the server answers 500',
    },
    { ...untried({ feed: 'https://c.example/feed', outlet: 'Nobody', side: '' }), ...read, lastChange: '2026-01-01T08:00:00Z' },
  ];
  const files = await publishMade(TEN_YEARS, false, [], null, feeds);
  const rows = (files['coverage.csv'] ?? '').trim().split('\r\n');
  expect(rows[0]?.split(',').at(-1)).toBe('feed');
  expect(new Set(rows.slice(1).map((row) => /(Riverside Post|Hill Times)/.exec(row)?.[0] + row.slice(row.lastIndexOf(','))))).toEqual(
    new Set(['Riverside Post,dry', 'Hill Times,broken']),
  );
  const page = files['report.html'] ?? '';
  expect(page).toContain('<p>3 feeds: 1 fresh, 1 dry, 1 broken.</p>');
  expect(page).toContain('dry: it can be read, and has had nothing new for two weeks');
  expect(page).toContain('the server answers 500');
  expect(page).not.toContain('https://c.example/feed');
});

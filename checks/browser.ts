/**
 * Opens the page in a real browser: no console error, no request, filters and points work, two hundred hostile strings run nothing, axe finds no fault. It is
 * no longer than 5,000 pixels, has fewer than 200 tab stops, no target under 24 pixels, and no two labels of a chart overlap. How long it takes to open is
 * told, not judged: that depends on the machine. Screenshots go to FOLDER. Where there is no browser the check says so and is skipped, unless it is told to
 * install one. tools/run checks/browser [FOLDER] [install]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { makePage } from '../tools/made.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGUMENTS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];
const folder = resolve(process.argv[2] ?? join('output', 'bench-browser'));
/** Milliseconds that an installation may take. */
const INSTALLING = 180_000;
/** Pixels of the page, its tab stops, and pixels of a target. */
const TALLEST = 5000;
const MOST_STOPS = 200;
const TARGET = 24;
/** Enough for every section, few enough for a slow machine. */
const STATEMENTS = 3000;
/** Milliseconds that a step in the browser may take. */
const PATIENCE = 120_000;
const faults: string[] = [];
/** Milliseconds until the first statements stood there. */
const waits: number[] = [];

function findBrowser(): string | null {
  const found = () => [process.env.CHROMIUM ?? '', ...PLACES].find((path) => path !== '' && existsSync(path)) ?? null;
  if (found() === null && process.argv.includes('install')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', timeout: INSTALLING });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore', timeout: INSTALLING });
  }
  return found();
}

function check(what: string, isRight: boolean): void {
  process.stdout.write(`${isRight ? 'ok  ' : 'FAIL'} ${what}\n`);
  if (!isRight) faults.push(what);
}

/** A page that notes everything it should not do. */
async function open(
  browser: Browser,
  file: string,
  width: number,
  scheme: 'light' | 'dark' = 'light',
): Promise<{ page: Page; noted: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const noted: string[] = [];
  const address = pathToFileURL(file).href;
  page.on('console', (message) => message.type() === 'error' && noted.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noted.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => noted.push(`dialog: ${dialog.message()}`));
  page.on(
    'request',
    (request) => !request.url().startsWith('data:') && request.url().split('#')[0] !== address && noted.push(`request: ${request.url()}`),
  );
  await page.goto(address);
  return { page, noted };
}

/** Opens in time, fits the screen, and can be read and used by everybody. */
async function checkLooks(browser: Browser, file: string, { width, scheme }: { width: number; scheme: 'light' | 'dark' }): Promise<void> {
  const began = performance.now();
  const { page, noted } = await open(browser, file, width, scheme);
  await page.locator('#found li').first().waitFor();
  const took = Math.round(performance.now() - began);
  const what = `${width} px, ${scheme}`;
  check(`opens at ${what}: no console error, no request ${noted.slice(0, 3).join(' | ')}`, noted.length === 0);
  waits.push(took);
  writeFileSync(join(folder, `page-${width}-${scheme}.png`), await page.screenshot({ fullPage: true }));
  if (scheme === 'light') await checkShape(page, what);
  const overflow = (await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')) as number;
  check(`nothing is wider than the screen at ${width} px (${overflow})`, overflow <= 0);
  // Colours go by the scheme and the layout by the width, so two of the four say all.
  if ((width === 1280) === (scheme === 'light')) await checkAccess(page, what);
  if (width === 1280 && scheme === 'light') {
    await checkFilters(page);
    await page.pdf({ path: join(folder, 'page.pdf'), format: 'A4' });
  }
  await page.context().close();
}

/** Boxes of what can be seen, in the page's own script language: [name, left, top, right, bottom]. */
type Box = readonly [name: string, left: number, top: number, right: number, bottom: number];

/** Short enough, few enough stops, targets large enough, labels apart. */
async function checkShape(page: Page, what: string): Promise<void> {
  const tall = (await page.evaluate('document.documentElement.scrollHeight')) as number;
  check(`the page is below ${TALLEST} px at ${what} (${tall})`, tall < TALLEST);
  const targets = await boxes(page, 'a,button,input,select,summary,[tabindex="0"]');
  check(`fewer than ${MOST_STOPS} tab stops at ${what} (${targets.length})`, targets.length < MOST_STOPS);
  const small = targets.filter(([name, left, top, right, bottom]) => name !== '' && Math.min(right - left, bottom - top) < TARGET - 0.5);
  // Links within a sentence may be as low as their line: https://www.w3.org/TR/WCAG22/#target-size-minimum
  const alone = small.filter(([name]) => !IN_SENTENCE.test(name));
  check(`no target under ${TARGET} px at ${what} ${describeBoxes(alone)}`, alone.length === 0);
  for (const figure of ['tone-by-year', 'speakers', 'words']) {
    const labels = await boxes(page, `figure[data-name="${figure}"] > .wide svg text, figure[data-name="${figure}"] > .narrow svg text`);
    const struck = labels.flatMap((one, i) =>
      labels
        .slice(i + 1)
        .filter((other) => overlap(one, other))
        .map((other) => [one, other]),
    );
    check(`labels of ${figure} stand apart at ${what} ${describeBoxes(struck[0] ?? [])}`, struck.length === 0);
    const [frame] = await boxes(page, `figure[data-name="${figure}"]`);
    const outside = labels.filter(([, left, , right]) => frame !== undefined && (left < frame[1] - 1 || right > frame[3] + 1));
    check(`labels of ${figure} stay within the page at ${what} ${describeBoxes(outside)}`, outside.length === 0);
  }
}

/** Statements, their sources and notes: links that stand in running text. */
const IN_SENTENCE = /^in a sentence: /;

async function boxes(page: Page, selector: string): Promise<readonly Box[]> {
  return (await page.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})]
    .filter((one) => one.tabIndex !== -1 || one.closest('svg') !== null)
    .filter((one) => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && one.getBoundingClientRect().width > 1)
    .filter((one) => one.getBoundingClientRect().right > 0)
    .map((one) => {
      const { left, top, right, bottom } = one.getBoundingClientRect();
      const isInSentence = one.tagName === 'A' && one.closest('p,li,td') !== null && one.closest('svg') === null;
      return [(isInSentence ? 'in a sentence: ' : '') + (one.textContent || one.id || one.tagName).slice(0, 30), left, top, right, bottom];
    })`)) as readonly Box[];
}

/** A shared corner of two pixels is drawn by no letter. */
function overlap([, left, top, right, bottom]: Box, [, from, above, to, below]: Box): boolean {
  return Math.min(right, to) - Math.max(left, from) > 2 && Math.min(bottom, below) - Math.max(top, above) > 4;
}

function describeBoxes(found: readonly Box[]): string {
  return found
    .slice(0, 3)
    .map(
      ([name, left, top, right, bottom]) =>
        `“${name}” ${Math.round(right - left)}×${Math.round(bottom - top)} at ${Math.round(left)},${Math.round(top)}`,
    )
    .join(' | ');
}

async function checkFilters(page: Page): Promise<void> {
  const count = async () => Number(((await page.textContent('#count')) ?? '').split(' ')[0]?.replaceAll(',', ''));
  const all = await count();
  await page.selectOption('#find-side', 'Russia');
  const russian = await count();
  check(`a side narrows the list (${all} to ${russian})`, russian > 0 && russian < all);
  await page.selectOption('#find-label', 'negative');
  const negative = await count();
  check(`a label narrows it further (${negative})`, negative > 0 && negative < russian);
  await page.fill('#find-word', 'no such words anywhere');
  check('words that nobody said find nothing', (await count()) === 0);
  const point = page.locator('#years .wide svg a').first();
  await point.dispatchEvent('click');
  await page.waitForFunction(() => (globalThis as unknown as { location: { hash: string } }).location.hash.startsWith('#find'));
  check(
    `a point on the chart leads to its statements (${await count()})`,
    (await count()) > 0 && (await page.inputValue('#find-year')) !== '',
  );
  const before = await page.locator('#found li').count();
  if (await page.locator('#more').isVisible()) await page.click('#more');
  check('more statements are shown on demand', (await page.locator('#found li').count()) >= before);
}

async function checkAccess(page: Page, what: string): Promise<void> {
  await page.evaluate(readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'), 'utf8'));
  const result = (await page.evaluate('axe.run()')) as { violations: { id: string; impact: string; nodes: { target: string[] }[] }[] };
  for (const { id, nodes } of result.violations) process.stdout.write(`     axe: ${id} (${nodes.length}) ${nodes[0]?.target.join(' ')}\n`);
  check(`axe finds no fault (${what})`, result.violations.length === 0);
}

async function checkHostile(browser: Browser): Promise<void> {
  const file = await makePage(join(folder, 'hostile'), { isHostile: true, count: 1000 });
  const { page, noted } = await open(browser, file, 1280);
  for (const order of ['', 'negative', 'positive', 'reach']) {
    await page.selectOption('#find-order', order);
    await page.evaluate("(() => { const more = document.getElementById('more'); while (!more.hidden) more.click(); })()");
  }
  await page.waitForTimeout(500);
  const traces = (await page.evaluate(
    '[window.hit, document.title.startsWith("hit"), document.querySelectorAll("iframe,img,base,object,embed").length]',
  )) as unknown[];
  const links = (await page.evaluate(
    '[...document.querySelectorAll("a")].map((a) => a.protocol || new URL(a.href.baseVal, location).protocol)',
  )) as string[];
  check(
    `hostile strings ran nothing ${JSON.stringify(traces)}`,
    traces[0] === null || traces[0] === undefined ? traces[1] === false && traces[2] === 0 : false,
  );
  check(
    'no link leads anywhere but to the web or within the page',
    links.every((protocol) => ['http:', 'https:', 'file:'].includes(protocol)),
  );
  check(`hostile strings caused no error and no request ${noted.slice(0, 3).join(' | ')}`, noted.length === 0);
}

/** A browser, or why there is none. */
async function launch(): Promise<Browser | string> {
  const path = findBrowser();
  if (path === null) return `no chromium at ${PLACES.join(', ')} or where CHROMIUM says`;
  return chromium.launch({ executablePath: path, args: ARGUMENTS }).catch(() => `${path} does not start`);
}

const browser = await launch();
if (typeof browser === 'string') process.stdout.write(`browser: skipped, ${browser}\n`);
else {
  mkdirSync(folder, { recursive: true });
  const file = await makePage(join(folder, 'plain'), { isHostile: false, count: STATEMENTS });
  for (const width of [1280, 390]) for (const scheme of ['light', 'dark'] as const) await checkLooks(browser, file, { width, scheme });
  process.stdout.write(`     the first statements of ${STATEMENTS} stood there after ${waits.join(', ')} ms\n`);
  await checkHostile(browser);
  await browser.close();
  process.exitCode = faults.length === 0 ? 0 : 1;
}

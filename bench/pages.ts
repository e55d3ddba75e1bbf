/** Invented web pages, for measuring: an article of the corpus among what stands around one. The same number always gives the same page. */
import { writeArticle } from '../tools/corpus.ts';

const SECTIONS = ['World', 'Business', 'Opinion', 'Science', 'Sports', 'Culture', 'Travel', 'Weather', 'Video', 'Podcasts'];
/** Bytes of script that a page carries. */
const SCRIPT = 20_000;

/** The page of a number: some 60 kB, of which the article is 4. */
export function writePage(number: number): string {
  const { day, outlet, title, text } = writeArticle(number);
  const others = Array.from({ length: 40 }, (_, place) => writeArticle(number + place + 1));
  const link = (name: string, path: string): string => `<li class="item"><a class="link" href="/${path}"><span>${name}</span></a></li>`;
  const menu = SECTIONS.map((name) => link(name, name.toLowerCase())).join('');
  const card = (each: (typeof others)[number], place: number): string =>
    `<div class="card"><div class="card-media"><img src="/${place}.jpg" alt="" width="320" height="180"></div><div class="card-body"><h3><a href="/story/${place}">${each.title}</a></h3><p class="kicker">${each.outlet}</p><time datetime="${each.day}">${each.day}</time></div></div>`;
  const paragraphs = text.split('\n\n').map((paragraph) => `<p class="body-text">${paragraph}</p>`);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | ${outlet}</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="${outlet}"><meta property="article:published_time" content="${day}T08:00:00Z">
<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, datePublished: day, publisher: { name: outlet } })}</script>
<style>${'.card{display:grid;gap:1rem}'.repeat(200)}</style></head>
<body><header><nav><ul>${menu}</ul></nav></header><main><article><h1>${title}</h1><div class="byline">By a staff writer</div>
${paragraphs.slice(0, 6).join('\n')}<aside class="related"><h2>Related</h2><ul>${others
    .slice(0, 5)
    .map((each, place) => link(each.title, `story/${place}`))
    .join('')}</ul></aside>
${paragraphs.slice(6).join('\n')}</article><section class="more">${others.map(card).join('')}</section></main>
<footer><ul>${menu}</ul><form><input type="email" placeholder="Your address"><button>Sign up</button></form></footer>
<script>${'window.dataLayer=window.dataLayer||[];'.repeat(SCRIPT / 38)}</script></body></html>`;
}

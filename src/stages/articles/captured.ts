/** What archives of the web, caches and programs that save pages put around a page: their own address, a bar, the day of the capture. */

const KEPT = [
  /^https?:\/\/web\.archive\.org\/web\/\d{1,14}[a-z_*]{0,4}\/(.+)$/i,
  /^https?:\/\/(?:[\w-]+\.)*(?:archive-it\.org|webarchive\.org\.uk|arquivo\.pt|webarchive\.loc\.gov|perma-archives\.org|swap\.stanford\.edu)\/(?:\w+\/){0,3}\d{8,14}[a-z_]{0,4}\/(.+)$/i,
  /^https?:\/\/archive\.(?:today|ph|is|li|vn|fo|md)\/(?:\d{14}|\d{4}\.\d\d\.\d\d-\d{6}|newest|oldest|o\/\w{4,8})\/(.+)$/i,
  /^https?:\/\/webcache\.googleusercontent\.com\/search\?q=cache:(?:[\w-]{8,20}:)?([^+&]+)/i,
  /^https?:\/\/www\.google\.[a-z.]{2,6}\/amp\/(?:s\/)?(.+)$/i,
  /^https?:\/\/[\w-]+\.cdn\.ampproject\.org\/[a-z]\/(?:s\/)?(.+)$/i,
];

/** The address of the page itself: 'https://web.archive.org/web/2024/http://lake.example/a' → 'http://lake.example/a'; any other stays. */
export function originalAddress(url: string): string {
  const inner = KEPT.map((pattern) => pattern.exec(url)?.[1]).find((found) => found !== undefined);
  if (inner === undefined) return url;
  return /^https?:\/\//i.test(inner) ? inner : /^https?:\/[^/]/i.test(inner) ? inner.replace('/', '//') : `https://${inner}`;
}

const BARS: readonly (readonly [start: string, end: string])[] = [
  ['<!-- BEGIN WAYBACK TOOLBAR INSERT -->', '<!-- END WAYBACK TOOLBAR INSERT -->'],
  ['<!-- BEGIN TOOLBAR -->', '<!-- END TOOLBAR -->'],
];

/** Where an archive gives the day of its capture under the names under which pages give their own. */
const CAPTURED = /<link\b[^>]{0,80}rel="canonical"[^>]{0,80}href="https?:\/\/archive\.(?:today|ph|is|li|vn|fo|md)\//i;
const CAPTURE_DATE =
  /<time\b[^>]{0,200}itemprop="pubdate"[^>]{0,200}>[^<]{0,100}<\/time>|<(?:meta|time)\b[^>]{0,200}itemprop="dateModified"[^>]{0,200}>/gi;

/** A page without the bar that an archive has put into it, and without what else tells of the days of its captures. */
export function withoutBar(html: string): string {
  if (CAPTURED.test(html.slice(0, 20_000))) return html.replace(CAPTURE_DATE, '');
  for (const [start, end] of BARS) {
    const from = html.indexOf(start);
    const to = from < 0 ? -1 : html.indexOf(end, from);
    if (to >= 0) return html.slice(0, from) + html.slice(to + end.length);
  }
  return html;
}

const SAVED: readonly RegExp[] = [
  /<!--\s*saved from url=\(\d{1,6}\)(\S{1,2000})/,
  /<!--\s*Page saved with SingleFile\s+url: (\S{1,2000})/,
  /<!--\s*Mirrored from (\S{1,2000}) by HTTrack/,
];

/** The address from which a browser or a program says that it saved a page, or null. */
export function savedFrom(html: string): string | null {
  const head = html.slice(0, 6000);
  const url = SAVED.map((pattern) => pattern.exec(head)?.[1]).find((found) => found !== undefined);
  if (url === undefined || url.startsWith('about:')) return null;
  return /^https?:/i.test(url) ? url : /^[\w-]+\.[\w.-]+\//.test(url) ? `http://${url}` : null;
}

/** The answer to a request for a feed → its items, those of the sitemaps that an index lists among them. */
import { latestParts, type ReadFeed, readItems, unpackSitemap } from './items.ts';
import type { Visited, Visitor } from './visit.ts';

/** Sitemaps of an index that are read in one run. */
const MOST_PARTS = 5;

/** What a feed has. */
export interface CollectedFeed extends ReadFeed {
  /** It may have something new although its own answer is the same. */
  readonly isOpen: boolean;
}

/** The items of a feed; those of an index of sitemaps are the items of the sitemaps that were changed last. */
export async function readFeed(
  visited: Visited,
  bytes: Uint8Array,
  visitor: Visitor,
): Promise<CollectedFeed | { readonly failure: string }> {
  const read = readAnswer(visited, bytes);
  if (!('parts' in read)) return 'items' in read ? { ...read, isOpen: false } : read;
  const parts = latestParts(read, MOST_PARTS);
  const found = await Promise.all(parts.map(({ url }) => readPart(url, visitor)));
  const whole = found.flatMap((part) => ('items' in part ? [part] : []));
  const [failure = 'it lists none'] = found.flatMap((part) => ('failure' in part ? [part.failure] : []));
  if (whole.length === 0) return { failure: `none of the sitemaps in the index can be read: ${failure}` };
  const isTold = read.parts.every(({ updated }) => updated !== '');
  return { items: whole.flatMap(({ items }) => items), ttl: null, isOpen: !isTold || whole.length < parts.length };
}

async function readPart(url: string, visitor: Visitor): Promise<ReadFeed | { readonly failure: string }> {
  const visited = await visitor.visit(url);
  if ('failure' in visited) return visited;
  const unpacked = unpackSitemap(visited);
  if ('failure' in unpacked) return unpacked;
  const read = readAnswer(visited, unpacked.bytes);
  return 'parts' in read ? { failure: 'an index of sitemaps lists another index' } : read;
}

function readAnswer({ answer, url }: Visited, bytes: Uint8Array): ReturnType<typeof readItems> {
  const charset = /charset\s*=\s*["']?([\w-]{2,40})/i.exec(answer.headers.get('content-type') ?? '')?.[1] ?? null;
  return readItems(bytes, { address: url.href, charset });
}

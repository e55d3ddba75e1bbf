/** Keeps the heap of a publication from growing over what is no longer in use: V8 lets it grow to several times of what it holds before it looks. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** From so many bytes on it is worth the time to look: a night of 20,000 articles stays below, a million statements do not. */
const WORTH_A_LOOK = 160_000_000;
/** Bytes that come up after a look before there is another one: what is in use may be more than is worth a look. */
const UNTIL_THE_NEXT = 64_000_000;

/** Gives back what is not in use, where there is much; to be called between pieces of work. */
export function heapKeeper(): () => void {
  let from = WORTH_A_LOOK;
  let collect: (() => void) | null = null;
  return () => {
    if (usedHeap() < from) return;
    collect ??= exposedCollector();
    collect();
    from = Math.max(WORTH_A_LOOK, usedHeap() + UNTIL_THE_NEXT);
  };
}

function usedHeap(): number {
  return getHeapStatistics().used_heap_size;
}

function exposedCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

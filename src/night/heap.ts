/**
 * Keeps a heap from growing over what is no longer in use: V8 lets it grow to several times of what it holds before it looks. Not for threads: a collection that is asked for there throws
 * away with the shapes of objects that are not in use at that moment all code that was compiled for them, which took a sixth of a night's processor to be made again.
 */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** From how many bytes on it is worth the time to look, and how many come up after a look before there is another one: what is in use may be more than is worth a look. */
export interface HeapLimits {
  readonly worthALook: number;
  readonly untilTheNext: number;
}

/** Of a publication: a night of 20,000 articles stays below, a million statements do not. */
const PUBLICATION: HeapLimits = { worthALook: 160_000_000, untilTheNext: 64_000_000 };

/** Gives back what is not in use, where there is much; to be called between pieces of work. */
export function heapKeeper({ worthALook, untilTheNext }: HeapLimits = PUBLICATION): () => void {
  let from = worthALook;
  let collect: (() => void) | null = null;
  return () => {
    if (usedHeap() < from) return;
    collect ??= exposedCollector();
    collect();
    from = Math.max(worthALook, usedHeap() + untilTheNext);
  };
}

function usedHeap(): number {
  return getHeapStatistics().used_heap_size;
}

function exposedCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

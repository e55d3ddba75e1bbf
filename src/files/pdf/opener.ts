/** PDFs are opened in a thread of their own: a broken one may hang, ask for all memory or fail where nobody looks, and that costs the document alone. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { OpenedPdf } from '../../core/model/documents.ts';

/** Seconds that a document may take; a night's `deadline` is mostly shorter. */
export const MOST_SECONDS = 120;
/** Megabytes of heap that the thread may use. */
const HEAP = 512;

let thread: Worker | null = null;

/** Opens a PDF; one at a time. The thread starts with the first, and ends with the program or where a document cannot be opened by it. */
export async function openDocument(bytes: Uint8Array): Promise<OpenedPdf> {
  thread ??= startThread();
  const worker = thread;
  worker.ref();
  try {
    worker.postMessage(bytes);
    const [opened] = await once(worker, 'message', { signal: AbortSignal.timeout(MOST_SECONDS * 1000) });
    return opened as OpenedPdf;
  } catch (error) {
    thread = null;
    await worker.terminate();
    return faultOf(error as Error & { readonly code?: string });
  } finally {
    worker.unref();
  }
}

function startThread(): Worker {
  const worker = new Worker(new URL('./thread.js', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: HEAP } });
  // What fails while no document waits for an answer is told to nobody.
  worker.on('error', () => {});
  worker.once('exit', () => {
    if (thread === worker) thread = null;
  });
  return worker;
}

function faultOf({ name, code }: { readonly name: string; readonly code?: string }): OpenedPdf {
  if (name === 'AbortError') return { code: 'too slow', reason: `opening it took more than ${MOST_SECONDS} seconds` };
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') return { code: 'too large', reason: `opening it took more than ${HEAP} MB of memory` };
  return { code: 'bad pdf', reason: `the document cannot be opened (${name})` };
}

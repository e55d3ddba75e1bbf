/** What the thread for PDFs does: it opens one after the other. The library drops promises that fail on broken files, and nothing else runs in here that could. */
import { parentPort } from 'node:worker_threads';
import { openPdf } from './open.ts';

process.on('unhandledRejection', () => {});
parentPort?.on('message', async (bytes: Uint8Array) => parentPort?.postMessage(await openPdf(bytes)));

/** The corridor of a night, read from top to bottom. It prints nothing and knows no clock: what it is told decides every byte but run.json's times. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { exitCodes } from '../core/stop.ts';
import { makeFolder } from '../files/disk/change.ts';
import { titleOf } from '../job/title.ts';
import { findWholes } from '../stages/statements/cuttings.ts';
import { applyCorrections, renewCorrected } from '../stages/store/corrections.ts';
import { markPublished, readCommonProblems, readCounts } from '../stages/store/counts.ts';
import { settleCuttings } from '../stages/store/cuttings.ts';
import type { OpenDatabase } from '../stages/store/database.ts';
import { forgetFormerScores, readLexiconEffect } from '../stages/store/lexicon-effect.ts';
import { completeStatements } from '../stages/store/merge.ts';
import { giveBack, inTransaction, keepLogShort, letLogGrow, useMemory } from '../stages/store/open.ts';
import { readShown, rememberShown } from '../stages/store/shown.ts';
import { rememberStanding } from '../stages/store/standing.ts';
import { readFallOffs } from '../stages/store/volume.ts';
import type { ToneLexicon } from '../stages/tone/lexicon.ts';
import type { RunBefore } from '../stages/writing/facts.ts';
import { identifyEditions } from './fingerprints.ts';
import { holdStore } from './lock.ts';
import type { Publication, PublishRequest } from './publish.ts';
import { dropGone, readInputs, scoreStatements } from './read.ts';
import type { NightFacts, NightOutcome, NightRequest, NightSettings, Published } from './request.ts';
import { isShownWhole, runBefore } from './run-folders.ts';
import { editionOfRows, findLastFiles } from './standing.ts';
import { startThreads, type Threads, workerSettings } from './threads.ts';

/** Memory of the store once the threads are closed: while statements are completed, and while tables are written. */
const COMPLETING_MEMORY = '128MB';
const PUBLICATION_MEMORY = '160MB';

/** Memory while what a night has changed is written to its place in the file: what it takes beside stands on top of that of the publication. */
const CLOSING_MEMORY = '64MB';

/** Brings the store up to date and publishes, unless more was set aside than the job allows. */
export async function runNight(request: NightRequest): Promise<NightOutcome> {
  const { settings, watch } = request;
  makeFolder(join(request.folder, 'store'));
  const store = await holdStore(request.folder, request.since);
  const threads = startThreads({
    threads: settings.job.threads,
    deadline: settings.job.deadline,
    settings: workerSettings({ ...settings, date: request.date }),
  });
  watch.onSignal(() => {
    store.interrupt();
    void threads.close();
  });
  try {
    await letLogGrow(store);
    const updated = await updateStore(request, store, threads);
    await keepLogShort(store);
    // Nothing is read or scored any more: their memory is free for the sums.
    await threads.close();
    return await concludeNight(request, store, updated);
  } finally {
    await threads.close();
    store.close();
  }
}

/** What was done to bring the store up to date. */
export type UpdateFacts = Pick<NightFacts, 'plan' | 'editions'>;

/** The end of a night over a store that is up to date: counts, and publishes unless too much was set aside. */
export async function concludeNight(request: NightRequest, store: OpenDatabase, updated: UpdateFacts): Promise<NightOutcome> {
  const { settings, watch } = request;
  await settleCuttings(store, findWholes);
  const counts = await readCounts(store);
  const facts: NightFacts = {
    ...updated,
    counts,
    fallOffs: await readFallOffs(store, request.date),
    worst: await readCommonProblems(store),
  };
  if (counts.share > settings.job.maxProblems)
    return { ...facts, code: exitCodes.tooManySetAside, isUnchanged: false, publication: null, unmatched: [] };
  const shown = hashShown(request, facts);
  if ((await readShown(store)) === shown && isShownWhole(request.folder))
    return { ...facts, code: exitCodes.done, isUnchanged: true, publication: null, unmatched: [] };
  await useMemory(store, COMPLETING_MEMORY);
  watch.phase('publication');
  await renewCorrected(store, request.corrections, request.speakerOf);
  await completeStatements(store);
  const unmatched = await applyCorrections(store, request.corrections);
  await giveBack(store, PUBLICATION_MEMORY);
  const publication = await inTransaction(store, async () => {
    await rememberShown(store, shown);
    return publish(request, store, facts);
  });
  await giveBack(store, CLOSING_MEMORY);
  const isReported = counts.newProblems > 0 && settings.job.onProblems === 'report';
  return { ...facts, code: isReported ? exitCodes.someSetAside : exitCodes.done, isUnchanged: false, publication, unmatched };
}

async function updateStore(request: NightRequest, store: OpenDatabase, threads: Threads): Promise<UpdateFacts> {
  const { settings, watch } = request;
  const { job } = settings;
  const editions = identifyEditions({ ...settings, date: request.date });
  const plan = await readInputs({ store, threads, watch, inputs: request.inputs, reader: editions.reader, format: job.format });
  await dropGone(store, plan, job.missing);
  await scoreStatements({ store, threads, watch, tone: { hash: editions.tone, load: () => toneLexiconOf(settings) } });
  return { plan, editions };
}

/** All that decides the tables beside the store. Not the run's date: it stands on the page, and alone is no reason for another one. */
function hashShown({ settings, codes, corrections, feeds }: NightRequest, { editions, fallOffs }: NightFacts): string {
  const { job, topics, events, identifiers } = settings;
  const told = [
    editions,
    titleOf(job),
    job.name,
    job.sides,
    job.excel,
    topics,
    events,
    identifiers,
    codes,
    corrections,
    feeds,
    fallOffs.map(({ outlet }) => outlet),
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

/** Runs within one transaction: what a night shows for the first time is marked as shown only when it was. */
async function publish(request: NightRequest, store: OpenDatabase, facts: NightFacts): Promise<Published> {
  const { job } = request.settings;
  const { versions, lexicons } = facts.editions;
  await markPublished(store, request.date);
  const lexiconEffect = await readLexiconEffect(store);
  await forgetFormerScores(store);
  const edition = editionOfRows(facts.editions.writer, job.excel);
  const publishing: PublishRequest = {
    store,
    last: await findLastFiles(store, request.folder, edition),
    folder: request.folder,
    stamp: request.stamp,
    excel: job.excel,
    keepRuns: job.keepRuns,
    codes: request.codes,
    facts: {
      job: job.name,
      title: titleOf(job),
      date: request.date,
      sides: job.sides,
      versions,
      lexicons,
      topics: request.settings.topics,
      lexiconEffect,
      events: request.settings.events,
      identifiers: request.settings.identifiers,
      feeds: request.feeds,
      ...madeOtherwise(runBefore(request.folder), { versions, lexicons }),
    },
  };
  // What draws charts is large: it is loaded when the threads have given their memory back.
  const { finishPublication, writeTables } = await import('./publish.ts');
  const publication = await writeTables(publishing);
  request.watch.check();
  await finishPublication(publishing, tellStory(request, { ...facts, lexiconEffect }, publication));
  const hashOf = (name: string): string => publication.files[name]?.sha256 ?? '';
  await rememberStanding(store, { edition, csv: hashOf('statements.csv'), parquet: hashOf('statements.parquet') });
  return { ...publication, lexiconEffect };
}

/** The run before, where it was made with other lexicons or versions: figures may have moved for that. */
function madeOtherwise(before: RunBefore | null, now: Pick<RunBefore, 'versions' | 'lexicons'>): { readonly before?: RunBefore } {
  const made = ({ versions, lexicons }: Pick<RunBefore, 'versions' | 'lexicons'>) =>
    JSON.stringify([versions, lexicons.map(({ path, sha256 }) => [path, sha256])]);
  return before === null || made(before) === made(now) ? {} : { before };
}

/** run.json: all that can be said about the run. */
function tellStory(request: NightRequest, facts: NightFacts & Pick<Published, 'lexiconEffect'>, publication: Publication): unknown {
  const { counts, plan, editions, fallOffs } = facts;
  return {
    job: request.settings.job.name,
    date: request.date,
    stamp: request.stamp,
    ...request.tellTimes(),
    versions: editions.versions,
    editions: { reader: editions.reader, tone: editions.tone },
    lexicons: editions.lexicons,
    inputs: {
      read: plan.read.length,
      unchanged: plan.unchanged,
      renamed: plan.renamed.length,
      gone: plan.gone.length,
      articles: plan.articles,
      sha256: plan.sha256,
    },
    counts,
    fallOffs,
    lexiconEffect: facts.lexiconEffect,
    validation: publication.validation,
    files: publication.files,
  };
}

/** Only another lexicon than that of the night before asks for it. */
async function toneLexiconOf({ job, lexicons }: NightSettings): Promise<ToneLexicon> {
  const { openVocabulary } = await import('../stages/vocabulary.ts');
  return openVocabulary(lexicons, job.sides).tone;
}

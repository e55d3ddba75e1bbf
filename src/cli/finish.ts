/** `detente finish`: publishes what the parts of a plan hold. */
import { resolve } from 'node:path';
import type { NightRequest, NightSettings } from '../night/request.ts';
import { finishPlan } from '../night/shards/finish.ts';
import { type OpenPlan, openPlan } from '../night/shards/plan.ts';
import { conduct } from './conduct.ts';
import { type ReportOptions, reportNight } from './night-report.ts';
import { changeJob, type JobChanges, requestNight } from './prepare.ts';

/** Options of the command line. */
export type FinishOptions = ReportOptions & Pick<JobChanges, 'lenient'>;

/** Ends as a night does, or with 5 and the list of what is missing. */
export async function finishCommand(folder: string, options: FinishOptions): Promise<void> {
  await conduct(options.log, async (around) => {
    const started = new Date();
    const open = openPlan(resolve(folder));
    const { output, date } = open.plan;
    const settings = settingsOf(open, options);
    const request = await requestNight({
      settings,
      inputs: [],
      folder: output,
      date,
      speakerOf: await speakersOf(open),
      started,
      watch: around.watch,
    });
    return reportNight({ request, started, options, perform: (asked) => finishPlan(asked, open) }, around);
  });
}

function settingsOf({ plan, lexicons }: OpenPlan, changes: JobChanges): NightSettings {
  return {
    job: changeJob(plan.job, changes),
    lexicons,
    toneTables: new Set(plan.toneTables),
    topics: plan.topics,
    events: plan.events,
    identifiers: plan.identifiers,
  };
}

/** Only corrections ask for the roster. */
async function speakersOf({ plan, lexicons }: OpenPlan): Promise<NightRequest['speakerOf']> {
  if (plan.job.corrections === undefined) return nobodyAsked;
  const { openVocabulary } = await import('../stages/vocabulary.ts');
  const { speakerNamed } = await import('../stages/speakers/by-name.ts');
  const { roster } = openVocabulary(lexicons, plan.job.sides);
  return (name) => speakerNamed(name, null, roster);
}

function nobodyAsked(name: string): never {
  throw new Error(`${name}: asked for, although the job has no corrections`);
}

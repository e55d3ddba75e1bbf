/** `detente run`: the command around a night. It alone knows the clock, and says what a person needs to know. */
import { outputFolder } from '../job/job-file.ts';
import { runNight } from '../night/night.ts';
import { conduct } from './conduct.ts';
import { findInputs, type InputOptions, loadForNight, namedInputs } from './job-inputs.ts';
import { type ReportOptions, reportNight } from './night-report.ts';
import { type JobChanges, requestNight } from './prepare.ts';

/** Options of the command line. */
export interface RunOptions extends ReportOptions, InputOptions, JobChanges {
  readonly output?: string;
  readonly date?: string;
}

/** Runs a job. It ends with the path of the page; --quiet is silent where all is well. */
export async function runCommand(path: string | undefined, options: RunOptions): Promise<void> {
  await conduct(options.log, async (around) => {
    const started = new Date();
    const named = namedInputs(options);
    const { speakerOf, ...settings } = loadForNight(path, named, options);
    const folder = outputFolder(settings.job, options.output);
    const inputs = findInputs(settings.job, named, folder);
    const request = await requestNight({ settings, inputs, folder, date: options.date, speakerOf, started, watch: around.watch });
    return reportNight({ request, started, options, perform: runNight }, around);
  });
}

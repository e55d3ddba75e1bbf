/** `detente init`: a job of one's own in a folder, and what to do next. */
import { basename, join, relative, resolve } from 'node:path';
import { exitCodes, Stop } from '../core/stop.ts';
import { makeFolder } from '../files/disk/change.ts';
import { kindOf, packageRoot } from '../files/disk/look.ts';
import { readUtf8 } from '../files/disk/read.ts';
import { writeChunks } from '../files/disk/write.ts';

const JOB = 'job.yaml';
/** A copy of the bundled list, jobs/feeds.csv. */
const FEEDS = 'feeds.csv';

/** Makes job file, articles/ and lexicons/ and prints the next three commands. What is there already is never written over. */
export async function initCommand(folder: string): Promise<void> {
  const base = resolve(folder);
  if (kindOf(join(base, JOB)) !== null)
    throw new Stop(exitCodes.usage, `${join(folder, JOB)}: is there already, expected a folder without a job`);
  const name = jobName(base);
  for (const path of [base, join(base, 'articles'), join(base, 'lexicons')]) makeFolder(path);
  for (const [file, text] of Object.entries({ [JOB]: jobFile(name), ...TABLES, [FEEDS]: exampleFeeds() })) {
    const path = join(base, file);
    if (kindOf(path) === null) await writeChunks(path, [text]);
  }
  const near = relative(process.cwd(), base);
  const at = (path: string): string => (near.startsWith('..') ? join(base, path) : join(near, path));
  process.stdout.write(`${at(JOB)} is your job. Next:

  cp YOUR-ARTICLES/* ${at('articles')}/
  npx detente run ${at(JOB)}
  xdg-open ${at(join('output', name, 'latest', 'report.html'))}

Add the people you follow to ${at('lexicons/speakers.csv')} and words of your own to ${at('lexicons/tone.csv')};
\`npx detente check ${at(JOB)}\` says what is wrong, if anything. Instead of copying articles you can have them fetched: ${at(FEEDS)} lists public
feeds as an example, and \`npx detente collect ${at(FEEDS)} --contact YOUR-ADDRESS\` brings what is new of them into ${at('articles')}/.
`);
}

function exampleFeeds(): string {
  const read = readUtf8(join(packageRoot, 'jobs', FEEDS));
  return 'error' in read ? 'feed,outlet,side,pages,every\n' : read.text;
}

/** The folder's name as a job may be named: lower-case letters, digits and hyphens. */
function jobName(base: string): string {
  const plain = basename(base)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain === '' ? 'desk' : plain;
}

function jobFile(name: string): string {
  return `# A job for detente. Paths are relative to this file's folder.
name: ${name}
title: US and Russia in the news
inputs: [articles]
output: output
# detente:... are the lexicons that come with detente; your own folder adds to them.
lexicons: ['detente:english', 'detente:us-russia', lexicons]
sides: [US, Russia]
threads: 2
# What you set right in single statements: a row for each, as the page offers it.
corrections: corrections.csv
# Articles from feeds: \`detente collect feeds.csv --contact YOUR-ADDRESS\` fetches what is new into articles/; with the next line the page tells dry feeds
# from broken ones.
# feeds: articles
`;
}

/** Tables of one's own, empty but for a header, and in a lexicon one row that is a comment. */
const TABLES: Readonly<Record<string, string>> = {
  'lexicons/speakers.csv': `id,name,aliases,side,role,gender
"# one row per person or body, as: jane-doe,Jane Doe,Doe|Senator Doe,US,official,female",,,,,
`,
  'lexicons/tone.csv': `id,pattern,class,weight,origin
"# one row per word or phrase, as: thaw-1,thaw,valence,2,desk; the bundled lexicons/README.md explains the columns",,,,
`,
  'corrections.csv': 'id,field,value,who,why\n',
};

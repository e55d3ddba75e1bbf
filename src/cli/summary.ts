/** What a night has to say to a person. */

import { join, relative } from 'node:path';
import { counted } from '../core/counted.ts';
import type { LexiconEffect } from '../core/model/groups.ts';
import { exitCodes } from '../core/stop.ts';
import type { NightOutcome, NightRequest } from '../night/request.ts';
import type { Unmatched } from '../stages/store/corrections.ts';
import type { FallOff } from '../stages/store/volume.ts';
import { describeSides } from './side-table.ts';

/** Speakers that the summary names. */
const TOP_SPEAKERS = 5;

/** The summary for a terminal: counts, the last five years by side, the speakers with most statements, and where the page is. */
export function summarise(outcome: NightOutcome, { folder, settings }: Pick<NightRequest, 'folder' | 'settings'>): readonly string[] {
  const { counts, plan, publication, fallOffs } = outcome;
  const rows = [...(publication?.trends.rows.total ?? [])].sort(
    (a, b) => b.group.statements - a.group.statements || ((a.group.speaker ?? '' < (b.group.speaker ?? '')) ? -1 : 1),
  );
  const speakers = rows.slice(0, TOP_SPEAKERS).map((row) => {
    const tone = row.mean === null ? '     –' : `${row.mean < 0 ? '' : '+'}${row.mean.toFixed(3)}`.padStart(6);
    return `  ${String(row.group.statements).padStart(6)}  ${tone}  ${row.group.speaker} (${row.group.side})`;
  });
  return [
    `${counted(plan.read.length, 'input')} read, ${plan.unchanged} unchanged${plan.gone.length > 0 ? `, ${plan.gone.length} gone` : ''}`,
    `${counted(counts.articles, 'article')}, ${counted(counts.statements, 'statement')} (${counts.relevant} about the two sides) by ${counted(counts.speakers, 'speaker')}, ${counts.problems} set aside`,
    ...describeSides(publication?.trends.rows.side ?? [], [...settings.job.sides, 'other']),
    ...(speakers.length > 0 ? ['Most statements, with mean tone:', ...speakers] : []),
    ...describeLexiconEffect(publication?.lexiconEffect ?? null),
    ...(fallOffs.length > 0 ? [describeFallOffs(fallOffs)] : []),
    publication ? `Page: ${shown(join(folder, 'latest', 'report.html'))} (the tables lie beside it)` : 'Nothing was published',
  ];
}

/** One line for whoever started the run: what came out, and where the page is. */
export function describePage({ counts, isUnchanged }: NightOutcome, folder: string): string {
  const aside = counts.problems > 0 ? `, ${counts.problems} set aside` : '';
  const news = isUnchanged ? 'nothing new; ' : '';
  return `${news}${counted(counts.statements, 'statement')} from ${counted(counts.articles, 'article')}${aside}: ${shown(join(folder, 'latest', 'report.html'))}`;
}

/** Means that the summary names. */
const MOST_YEARS = 12;
const MOST_ROWS = 3;

/** What an edit of the lexicon moved: each yearly mean that changed, and the rows that did most. Empty where the lexicon is the same. */
export function describeLexiconEffect(effect: LexiconEffect | null): readonly string[] {
  if (effect === null) return [];
  const years = effect.years.filter(({ side }) => side !== null);
  if (years.length === 0) return ['The lexicon changed; no yearly mean moved'];
  const lines = years.slice(0, MOST_YEARS).map(({ period, side, before, after, relevantAfter }) => {
    const rows = effect.rows.filter((row) => row.period === period).slice(0, MOST_ROWS);
    const named = rows.map(({ term, weightBefore, weightAfter }) => `${term} ${weightOf(weightBefore)} → ${weightOf(weightAfter)}`);
    return `  ${period}  ${side}: ${toneOf(before)} → ${toneOf(after)} (n ${relevantAfter})${named.length > 0 ? `, by ${named.join(', ')}` : ''}`;
  });
  const more = years.length > MOST_YEARS ? [`  and ${years.length - MOST_YEARS} more, in run.json`] : [];
  return ['The lexicon changed; yearly means that it moved:', ...lines, ...more];
}

function weightOf(weight: number | null): string {
  return weight === null ? 'none' : String(weight);
}

function toneOf(mean: number | null): string {
  return mean === null ? 'none' : `${mean < 0 ? '' : '+'}${mean.toFixed(3)}`;
}

/** One paragraph on what was set aside, for standard error. */
export function describeProblems(outcome: NightOutcome, folder: string): string {
  const { counts } = outcome;
  if (outcome.code === exitCodes.tooManySetAside) {
    const worst = outcome.worst.map(({ code, count, path }) => `${count} ${code} (as ${path})`).join(', ');
    const all = counts.problems + counts.articles;
    return `${counts.problems} of ${all} articles and files were set aside, more than the job allows (maxProblems): ${worst}; nothing was published, the last good output stands`;
  }
  const noun = counts.newProblems === 1 ? 'one input was' : `${counts.newProblems} inputs were`;
  return `${noun} set aside; the rest is published, reasons are in ${shown(join(folder, 'latest', 'problems.csv'))}`;
}

/** One sentence on feeds that run dry. */
export function describeFallOffs(fallOffs: readonly FallOff[]): string {
  const outlets = fallOffs.map(
    ({ outlet, recent, expected }) => `${outlet} (${counted(recent, 'article')} in the last week, ${Math.round(expected)} expected)`,
  );
  return `fewer articles than in the four weeks before: ${outlets.join(', ')}`;
}

function shown(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}

/** Corrections whose statement is gone: its words or its speaker are read in another way now. */
export function describeUnmatched(unmatched: readonly Unmatched[], file = 'corrections.csv'): string {
  const shown = unmatched.slice(0, 5).map(({ id, line }) => `line ${line} (${id})`);
  const more = unmatched.length > shown.length ? ` and ${unmatched.length - shown.length} more` : '';
  const one = unmatched.length === 1;
  return `${file}: ${one ? 'one correction finds its statement' : `${unmatched.length} corrections find their statements`} no more: ${shown.join(', ')}${more}; look the new ${one ? 'id' : 'ids'} up in statements.csv or take the ${one ? 'row' : 'rows'} out`;
}

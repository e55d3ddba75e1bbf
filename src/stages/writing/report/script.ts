/** The page's only script. */
import { startExplorer } from './explorer.ts';
import { QUERY } from './query.ts';
import { SAVING } from './saving.ts';
import { SHOWING } from './showing.ts';

/** The source text of the functions that run in the reader's browser, and the two calls that start them. */
export function pageScript(): string {
  const functions = { ...SAVING, ...QUERY, ...SHOWING, startExplorer };
  const text = Object.values(functions).map(String).join('\n');
  const parts = Object.keys({ ...QUERY, ...SHOWING, ...SAVING }).join(', ');
  return `'use strict';\n${text}\nstartFolding(document, window);\nstartSaving(document, window);\nstartExplorer(document, window, { ${parts} });\n`;
}

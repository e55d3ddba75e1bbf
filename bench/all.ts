/**
 * Every bench, one after the other, as one table. On a busy machine only figures of one kind compare: each line has the load beside it.
 *   tools/run bench/all [ARTICLES] [QUOTES] [STATEMENTS]     of the nights, of the GDELT file, of the tables alone
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const [articles = '1000', quotes = '20000', statements = '100000'] = process.argv.slice(2);

for (const [name, ...words] of [['speed'], ['start'], ['quotes', quotes], ['nights', articles], ['tables', statements]] as const) {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`${name}.js`, import.meta.url)), ...words], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}

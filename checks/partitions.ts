/**
 * Cuts the sample's inputs into nights at random, lets them come in any order, and compares with one night over all of them: tables must be the same
 * bytes. tools/run checks/partitions [ROUNDS] [SEED] [ARTICLES of the sample]
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashTables, SAMPLE, spendNight } from './nights.ts';

const [rounds = '100', seed = '1', most = '1000'] = process.argv.slice(2);
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'detente-nights-')));

let state = Number(seed);
const random = (): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state / 2_147_483_647;
};

async function spread(place: string, nights: readonly (readonly string[])[]): Promise<string> {
  mkdirSync(join(place, 'articles'), { recursive: true });
  for (const names of nights) {
    for (const name of names) cpSync(join(SAMPLE, name), join(place, 'articles', name));
    if (names.length === 0) continue;
    const code = await spendNight(place);
    if (code !== 0 && code !== 3 && code !== 4) throw new Error(`a night ended with ${code}`);
  }
  return hashTables(place);
}

const names = readdirSync(SAMPLE).slice(0, Number(most));
const expected = await spread(join(folder, 'one'), [names]);
let differing = 0;
for (let round = 0; round < Number(rounds); round++) {
  const count = 2 + Math.floor(random() * 4);
  const nights = Array.from({ length: count }, (): string[] => []);
  for (const name of names) nights[Math.floor(random() * count)]?.push(name);
  const place = join(folder, `round-${round}`);
  if ((await spread(place, nights)) !== expected) differing += 1;
  rmSync(place, { recursive: true, force: true });
}
process.chdir('/');
rmSync(folder, { recursive: true, force: true });
process.stdout.write(`${rounds} partitions into 2 to 5 nights: ${differing} differing from one night\n`);
process.exitCode = differing === 0 ? 0 : 1;

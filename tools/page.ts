/** Publishes a made-up run, to be looked at: tools/run tools/page [FOLDER] [STATEMENTS] */
import { join } from 'node:path';
import { makePage } from './made.ts';

const [, , folder = join('output', 'bench-page'), count = '3000'] = process.argv;
process.stdout.write(`${await makePage(folder, { isHostile: false, count: Number(count) })}\n`);

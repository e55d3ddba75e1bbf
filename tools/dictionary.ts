/** Writes output/README.md from the columns of the tables: npm run dictionary */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dictionary } from '../src/stages/writing/publish.ts';

writeFileSync(join('output', 'README.md'), dictionary(['US', 'Russia']));

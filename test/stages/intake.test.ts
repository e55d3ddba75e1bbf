import { expect, test } from 'vitest';
import { type IntakeOptions, listArticles } from '../../src/stages/intake.ts';
import { compileVocabulary } from '../../src/stages/vocabulary.ts';

const options: IntakeOptions = { vocabulary: compileVocabulary({}, ['US', 'Russia']).value, languages: ['en'] } as unknown as IntakeOptions;

test('a line that is no text costs itself alone, by its number in the file', async () => {
  const line = (title: string) => Buffer.from(`${JSON.stringify({ title, text: 'The session lasted for three hours.' })}\n`);
  const bytes = Buffer.concat([line('One'), Buffer.from([0, 1, 2, 0xff, 0, 0xfe, 0, 3, 0, 0, 10]), line('Caf\u00e9')]);
  const { kept, problems } = await listArticles({ path: 'news.jsonl', bytes, firstLine: 7 }, options);
  expect(kept.map(({ title, place }) => [title, place])).toEqual([
    ['One', 'line 7'],
    ['Café', 'line 9'],
  ]);
  expect(problems).toEqual([{ path: 'news.jsonl', place: 'line 8', code: 'not text', reason: 'binary, expected a line of JSON' }]);
});

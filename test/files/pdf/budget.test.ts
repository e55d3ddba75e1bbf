import { expect, test } from 'vitest';
import { withinBudget } from '../../../src/files/pdf/budget.ts';
import { openPdf } from '../../../src/files/pdf/open.ts';
import { drawn, fileOf, streamOf } from '../../stages/articles/pdf/pdf-file.ts';

const WIDTH = 3;
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>';
const form = (content: string, names: string): Buffer =>
  streamOf(content, `/Type/XObject/Subtype/Form/BBox[0 0 600 700]/Resources<</Font<</F1 3 0 R>>/XObject<<${names}>>>>`);

/** A page whose form draws three forms, each of which draws three forms …; the last ones hold nothing, so that nothing of them is seen. */
function formsInForms(levels: number): Uint8Array {
  const number = (level: number, place: number): number => 6 + level * WIDTH + place;
  const forms = Array.from({ length: levels * WIDTH }, (_, i) => {
    const level = Math.floor(i / WIDTH);
    const isLast = level === levels - 1;
    const places = isLast ? [] : Array.from({ length: WIDTH }, (_, place) => place);
    return form(
      places.map((place) => `/X${place} Do`).join(' ') || 'q Q',
      places.map((place) => `/X${place} ${number(level + 1, place)} 0 R`).join(' '),
    );
  });
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</A 6 0 R>>>>>>';
  const content = streamOf(`/A Do\n${drawn([{ text: 'The minister came.', y: 700 }])}`);
  return new Uint8Array(fileOf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[4 0 R]/Count 1>>', FONT, page, content, ...forms]));
}

test('forms that draw forms are counted: a few are read, and a document that draws too many is set aside', async () => {
  expect(await openPdf(formsInForms(3), 100)).toMatchObject({ pages: [{ pieces: [{ text: 'The minister came.' }] }] });
  expect(await openPdf(formsInForms(8), 100)).toMatchObject({ code: 'too complex' });
});

test('what a document asks for is counted while it is opened, and never afterwards', async () => {
  const { Uint8Array: Bytes, Map: Table } = globalThis;
  const exceeded = await withinBudget({ bytes: 100, tables: 2 }, async (budget) => {
    expect([new Map(), new Map([[1, 2]]).get(1), new Uint8Array(60).length]).toEqual([new Table(), 2, 60]);
    expect(budget.exceeded).toBeNull();
    expect(() => new Map()).toThrow('too much forms');
    return budget.exceeded;
  });
  expect(exceeded).toBe('forms');
  expect([globalThis.Uint8Array, globalThis.Map]).toEqual([Bytes, Table]);
  await withinBudget({ bytes: 100, tables: 2 }, async (budget) => {
    expect(() => new Uint8Array(101)).toThrow('too much memory');
    expect(budget.exceeded).toBe('memory');
  });
});

test('of works that overlap each has its own count, and after the last one nothing is counted', async () => {
  const { Uint8Array: Bytes, Map: Table } = globalThis;
  const ends: (() => void)[] = [];
  const open = (bytes: number): Promise<typeof Table> =>
    withinBudget({ bytes, tables: 2 }, async (budget) => {
      const Kept = Map;
      expect(() => new Uint8Array(bytes + 1)).toThrow('too much memory');
      await new Promise<void>((done) => ends.push(done));
      expect(budget.exceeded).toBe('memory');
      return Kept;
    });
  const works = [open(100), open(200), open(300)];
  for (const end of ends) end();
  const kept = await Promise.all(works);
  expect([globalThis.Uint8Array, globalThis.Map]).toEqual([Bytes, Table]);
  expect(kept.map((Kept) => new Kept().size)).toEqual([0, 0, 0]);
});

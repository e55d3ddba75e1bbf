import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { read } from '../reading.ts';
import { type TarEntry, tarOf } from './tar-of.ts';

const STORY = '“We are ready,” Marta Klein said on Tuesday, and nobody who was there has denied it so far.';
const file = (name: string, fields: Partial<TarEntry> = {}): TarEntry => ({ name, bytes: Buffer.from(STORY), ...fields });
const paths = (name: string, bytes: Buffer): readonly string[] => read(name, bytes).kept.map(({ path }) => path);

const LONG = `${'folder/'.repeat(20)}a.txt`;

describe('a tar file', () => {
  it('gives its files, as it is and packed', () => {
    const bytes = tarOf([
      file('in/', { type: '5', bytes: Buffer.alloc(0) }),
      file('in/a.txt'),
      file('in/._a.txt'),
      file('b.txt', { type: '\0' }),
      file('link', { type: '2', bytes: Buffer.alloc(0) }),
    ]);
    expect(paths('x.tar', bytes)).toEqual(['x.tar/in/a.txt', 'x.tar/b.txt']);
    expect(paths('x.tar.gz', gzipSync(bytes))).toEqual(['x.tar.gz/in/a.txt', 'x.tar.gz/b.txt']);
    expect(paths('x', bytes)).toEqual(['x/in/a.txt', 'x/b.txt']);
  });

  it('opens packed files in it, also where it is packed itself', () => {
    const bytes = tarOf([file('a.txt.gz', { bytes: gzipSync(STORY) })]);
    expect(paths('x.tgz', gzipSync(bytes))).toEqual(['x.tgz/a.txt.gz']);
  });

  it.each([
    ['a prefix', [file('a.txt', { prefix: 'folder/'.repeat(20).slice(0, -1) })]],
    ['a GNU entry', [file('././@LongLink', { type: 'L', bytes: Buffer.from(`${LONG}\0`) }), file('cut.txt')]],
    ['a pax header', [file('pax', { type: 'x', bytes: Buffer.from(`${LONG.length + 10} path=${LONG}\n`) }), file('cut.txt')]],
  ] as const)('reads long names from %s', (_, entries) => {
    expect(paths('x.tar', tarOf([...entries, file('b.txt')]))).toEqual([`x.tar/${LONG}`, 'x.tar/b.txt']);
  });

  it('that breaks off or is broken gives the files before, and says what is wrong', () => {
    const whole = tarOf([file('a.txt'), file('b.txt')]);
    const broken = Buffer.from(whole).fill(0x7f, 1024, 1100);
    for (const bytes of [whole.subarray(0, 1024 + 520), broken]) {
      const { kept, problems } = read('x.tar', bytes);
      expect(kept.map(({ path }) => path)).toEqual(['x.tar/a.txt']);
      expect(problems).toMatchObject([{ path: 'x.tar', code: 'bad archive' }]);
    }
  });

  it('in a tar file in a tar file is not opened', () => {
    const inner = tarOf([file('a.txt')]);
    const nested = tarOf([file('2.tar', { bytes: tarOf([file('3.tar', { bytes: inner })]) })]);
    expect(read('1.tar', nested).problems).toMatchObject([{ code: 'bad archive' }]);
  });
});

/** Small lexicons for the tests of this room. */
import type { Row, Tables } from '../../../src/core/model/problems.ts';
import type { ToneContext } from '../../../src/core/model/tone.ts';
import { compileToneLexicon, type ToneLexicon } from '../../../src/stages/tone/lexicon.ts';
import { scoreTone } from '../../../src/stages/tone/score.ts';
import { readStatement } from '../../../src/stages/tone/statement.ts';

/** Rows as a CSV would give them, from cells in the order of `columns`. */
export function rowsOf(file: string, columns: string, lines: readonly string[]): readonly Row[] {
  const names = columns.split(',');
  return lines.map((line, index) => {
    const cells = line.split(',');
    return { file, line: index + 2, cells: Object.fromEntries(names.map((name, place) => [name, cells[place] ?? ''])) };
  });
}

const ANCHORS = [
  'US,US',
  'US,washington',
  'US,america*',
  'Russia,moscow',
  'Russia,russia*',
  'both,new start',
  'third,china',
  'third,iran*',
];

/** Tables with the terms given as "pattern,class,weight,pos,side,scope,flip,dimension". */
export function tablesOf(terms: readonly string[]): Tables {
  return {
    tone: rowsOf('tone.csv', 'pattern,class,weight,pos,side,scope,flip,dimension', terms),
    anchors: rowsOf('anchors.csv', 'side,pattern', ANCHORS),
    sentiment: rowsOf('sentiment.csv', 'word,value,next', ['united,0,states|nations']),
  };
}

/** A lexicon without faults. */
export function lexiconOf(terms: readonly string[]): ToneLexicon {
  const { value, faults } = compileToneLexicon(tablesOf(terms), ['US', 'Russia']);
  if (faults.length > 0) throw new Error(faults.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return value;
}

/** A context with nothing known but what is given. */
export function contextOf(known: Partial<ToneContext> = {}): ToneContext {
  return { speaker: null, side: null, date: null, cue: null, kind: null, content: null, background: [], around: '', ...known };
}

/** The weights of a text's terms before any shift, as "term weight" pairs. */
export function basesOf(text: string, lexicon: ToneLexicon): readonly string[] {
  return scoreTone(readStatement(text, lexicon), contextOf(), lexicon).hits.map(({ term, base }) => `${term} ${base}`);
}

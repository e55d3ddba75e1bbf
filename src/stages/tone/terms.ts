/** Rows of tone.csv and modifiers.csv → terms, with everything that is wrong in them. */
import { nearestName } from '../../core/edit-distance.ts';
import type { Fault, Row } from '../../core/model/problems.ts';
import { nameOfPattern, type Part, parsePattern } from '../../core/patterns/pattern.ts';

/** Classes that bear a weight of their own (an idiom's is 0: "with respect to" uses its words up and says nothing of respect), and classes that shift the weights of others. */
const BEARERS = ['valence', 'object', 'attribution', 'idiom'] as const;
const MODIFIERS = ['reverser', 'negator', 'intensifier', 'diminisher', 'hedge', 'contrast', 'condition', 'question'] as const;
const CLASSES: readonly string[] = [...BEARERS, ...MODIFIERS];

export type TermClass = (typeof BEARERS)[number] | (typeof MODIFIERS)[number];

/** One row of the tone lexicon. */
export interface Term {
  readonly id: string;
  readonly pattern: string;
  readonly class: TermClass;
  /** -3 to 3 for terms that bear weight, else a factor. */
  readonly weight: number;
  /** The weight that a person gave, from which a calibration starts; equals `weight` until one has been run. */
  readonly prior: number;
  /** Universal part of speech that the first content word must have, or '' for any. */
  readonly pos: string;
  /** The row holds only for speakers of this side; '' for all. */
  readonly speakerSide: string;
  /** A cue that turns what is reported ("deny"): `yes` in the column flip. */
  readonly isTurning: boolean;
  /** A wrong that somebody does ("aggression", "lie"): `blame` in the column dimension. Who stands up against it still lays it at his door. */
  readonly isDeed: boolean;
  /** A wrong that is too much goodwill toward the other side ("appease", "soft on"): `yielding` in the column dimension. Advice against it is no goodwill. */
  readonly isYielding: boolean;
  /** A contact that takes place or not ("talks", "meeting"): `contact` in the column dimension. That there was none is a report, not yet a complaint. */
  readonly isContact: boolean;
  /** A negator of what is seen and shown ("no evidence that"): `evidence` in the column dimension. That a good is not to be seen is a reproach; that an evil is not, says little. */
  readonly isEvidence: boolean;
  /** The other side takes part in it ("including <other side>"): `joint` in the column dimension. */
  readonly isJoint: boolean;
  /** A reverser of goods alone ("destroy trust"; who destroys a village does no good): `good` in the column flip. */
  readonly turnsGoodOnly: boolean;
  /** A judgement on what is done to the other side alone ("isolating Russia is a mistake"): `toward` in the column flip. */
  readonly judges: boolean;
  /** A mood of evils alone ("condolences after the attack"): `evil` or `topic` in the column flip. */
  readonly sparesGood: boolean;
  /** … and of those alone that are no charge ("discuss the crisis", but not "discuss their aggression"): `topic`. */
  readonly sparesCharges: boolean;
  readonly scope: '' | 'forward' | 'back' | 'both';
  readonly row: Row;
}

/** A term with its pattern taken apart. */
export interface ReadTerm {
  readonly term: Term;
  readonly parts: readonly Part[];
}

const SCOPES: readonly string[] = ['', 'forward', 'back', 'both'];
const FLIPS: readonly string[] = ['', 'yes', 'good', 'evil', 'topic', 'toward'];
/** `outlook` is for people's own notes. */
const DIMENSIONS: readonly string[] = ['', 'tone', 'blame', 'contact', 'joint', 'yielding', 'evidence', 'outlook'];
/** Sides that a row may have in every job. */
const SHARED_SIDES: readonly string[] = ['', 'both', 'third'];
const PARTS: readonly string[] = [
  '',
  'NOUN',
  'VERB',
  'ADJ',
  'ADV',
  'PROPN',
  'AUX',
  'ADP',
  'PRON',
  'DET',
  'SCONJ',
  'CCONJ',
  'INTJ',
  'NUM',
  'PART',
];
const HEAVIEST = 3;

/** True for a term whose hits add to the score. */
export function isBearer(term: Term): boolean {
  return (BEARERS as readonly string[]).includes(term.class);
}

/** Reads one row; null with faults where it is wrong, null without where it belongs to a side that the job does not have. */
export function readTerm(row: Row, sides: readonly string[]): { read: ReadTerm | null; faults: readonly Fault[] } {
  const { cells } = row;
  const wrong: string[] = [];
  const { parts, fault } = parsePattern(cells.pattern ?? '');
  if (fault) wrong.push(`pattern: ${fault}`);
  const kind = cells.class ?? '';
  if (!CLASSES.includes(kind)) wrong.push(`class must be one of ${CLASSES.join(', ')}, found "${kind}"`);
  const weight = cells.weight ? Number(cells.weight) : Number.NaN;
  if (!Number.isFinite(weight) || Math.abs(weight) > HEAVIEST)
    wrong.push(`weight must be from -${HEAVIEST} to ${HEAVIEST}, found "${cells.weight ?? ''}"`);
  if (cells.prior && !(Math.abs(Number(cells.prior)) <= HEAVIEST))
    wrong.push(`prior must be from -${HEAVIEST} to ${HEAVIEST}, found "${cells.prior}"`);
  const scope = cells.scope ?? '';
  if (!SCOPES.includes(scope)) wrong.push(`scope must be forward, back, both or empty, found "${scope}"`);
  const pos = cells.pos ?? '';
  if (!PARTS.includes(pos)) wrong.push(`pos must be a universal part of speech or empty, found "${pos}"`);
  if (!FLIPS.includes(cells.flip ?? '')) wrong.push(`flip must be yes, good, evil, topic, toward or empty, found "${cells.flip}"`);
  if (!DIMENSIONS.includes(cells.dimension ?? ''))
    wrong.push(`dimension must be ${DIMENSIONS.slice(1).join(', ')} or empty, found "${cells.dimension}"`);
  const side = cells.side ?? '';
  const isShared = SHARED_SIDES.includes(side);
  const meant = isShared || sides.includes(side) ? undefined : nearestName(side, sides);
  if (meant !== undefined) wrong.push(`side is "${side}", expected "${meant}"`);
  const faults = wrong.map((message) => ({ file: row.file, line: row.line, message }));
  if (faults.length > 0 || !(isShared || sides.includes(side))) return { read: null, faults };
  const term = {
    id: cells.id || nameOfPattern(parts),
    pattern: cells.pattern ?? '',
    class: kind as TermClass,
    weight,
    prior: cells.prior ? Number(cells.prior) : weight,
    pos,
    speakerSide: isShared ? '' : side,
    isTurning: cells.flip === 'yes',
    isDeed: cells.dimension === 'blame' || cells.dimension === 'yielding',
    isYielding: cells.dimension === 'yielding',
    isContact: cells.dimension === 'contact',
    isJoint: cells.dimension === 'joint',
    isEvidence: cells.dimension === 'evidence',
    turnsGoodOnly: cells.flip === 'good',
    judges: cells.flip === 'toward',
    sparesGood: cells.flip === 'evil' || cells.flip === 'topic',
    sparesCharges: cells.flip === 'topic',
    scope: scope as Term['scope'],
    row,
  };
  return { read: { term, parts }, faults };
}

/** Colours that colour-blind readers can tell apart (Okabe and Ito), with a shape each, so that no chart relies on colour alone. */

export const INK = '#1c2530';
export const MUTED = '#5b6672';
export const GRID = '#dde3e8';
const PAPER = '#ffffff';
export const NEGATIVE = '#b35806';
export const POSITIVE = '#2166ac';

/** How one line is drawn. */
export interface Stroke {
  readonly color: string;
  readonly shape: string;
  readonly dash: readonly number[];
}

const STROKES: readonly Stroke[] = [
  { color: '#0072b2', shape: 'circle', dash: [1, 0] },
  { color: '#d55e00', shape: 'square', dash: [1, 0] },
  { color: '#009e73', shape: 'triangle-up', dash: [6, 2] },
  { color: '#aa4499', shape: 'diamond', dash: [6, 2] },
];

/** For other and unattributed speakers. */
export const OTHER_COLOR = '#767f88';
const OTHER: Stroke = { color: OTHER_COLOR, shape: 'diamond', dash: [4, 3] };

/** The stroke of a side: by its place in the job, grey for everybody else. */
export function strokeOf(side: string | null, sides: readonly string[]): Stroke {
  return STROKES[sides.indexOf(side ?? '')] ?? OTHER;
}

/** Colours that the page replaces by variables, so that charts follow light and dark. */
export const VARIABLES: Readonly<Record<string, string>> = {
  [INK]: '--ink',
  [MUTED]: '--muted',
  [GRID]: '--grid',
  [PAPER]: '--paper',
  [NEGATIVE]: '--negative',
  [POSITIVE]: '--positive',
  [OTHER.color]: '--other',
  ...Object.fromEntries(STROKES.map(({ color }, i) => [color, `--side-${i + 1}`])),
};

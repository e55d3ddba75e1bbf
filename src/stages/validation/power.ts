/** How many codes give which precision: the expected half width of the corrected 95 % interval. */
import { Z95 } from '../../core/distributions.ts';
import type { TrendRow } from '../../core/model/trends.ts';
import { type CodedPlace, observe } from './correct.ts';
import { FEWEST_FOR_DESIGN } from './correct-row.ts';
import { IRRELEVANT_SHARE } from './draw.ts';
import { fitModel } from './model.ts';

/** What a plan is made from. */
export interface PlanRequest {
  /** What is coded already; may be nothing. */
  readonly statements: readonly CodedPlace[];
  readonly sides: readonly string[];
  /** Rows of each table, by the table's name. */
  readonly rows: Readonly<Record<string, readonly TrendRow[]>>;
}

const SIZES = [100, 200, 400, 800, 1600] as const;
/** Before anything is coded: what is left unexplained of a code, the share of called statements that count, the score's coefficient, the spread between rows. */
const ASSUMED = { residual: 0.4, share: 0.75, slope: 1, between: 0.1 };

/** A table for the terminal: half widths for 100 to 1,600 codes, by table, for its middle row. */
export function planOf({ statements, sides, rows }: PlanRequest): string {
  const model = fitModel(statements.map((statement) => observe(statement, sides, false)));
  const share =
    model === null
      ? ASSUMED.share
      : Math.max(
          0.05,
          statements.reduce((sum, { coded, place }) => sum + (place.tone === null ? 0 : coded.relevant), 0) /
            statements.filter(({ place }) => place.tone !== null).length,
        );
  const known = { residual: model?.residual ?? ASSUMED.residual, slope: model?.slope ?? ASSUMED.slope, share };
  const lines = Object.entries(rows).map(([table, own]) => {
    const usable = own.filter(({ group }) => group.relevant > 0 && group.period !== 'undated');
    const total = usable.reduce((sum, { group }) => sum + Math.sqrt(group.relevant), 0);
    const widths = SIZES.map((size) =>
      median(
        usable.map((row) => halfWidth(row, { ...known, codes: (size * (1 - IRRELEVANT_SHARE) * Math.sqrt(row.group.relevant)) / total })),
      ),
    );
    return `${table.padEnd(16)}${widths.map((width) => (width === null ? '–' : `±${width.toFixed(3)}`).padStart(9)).join('')}`;
  });
  const basis =
    model === null
      ? `Nothing is coded yet: assumed is a spread of ${ASSUMED.residual} of the codes around the scores. Ask again when some are coded.`
      : `From ${statements.length} coded statements: the codes spread by ${known.residual.toFixed(2)} around what the scores tell.`;
  return `Expected half width of the corrected 95 % interval, for the middle row of each table\n${'codes'.padEnd(16)}${SIZES.map((size) => String(size).padStart(9)).join('')}\n${lines.join('\n')}\n${basis}\n`;
}

interface Known {
  readonly residual: number;
  readonly slope: number;
  readonly share: number;
  /** Of called statements of the row. */
  readonly codes: number;
}

/** A row with fewer codes than decide by themselves is drawn toward the model, so its error is less than theirs alone. */
function halfWidth({ group, squaredError, deviation }: TrendRow, { residual, slope, share, codes }: Known): number {
  const own = (residual / share) ** 2 / Math.min(Math.max(codes, 0.5), group.relevant);
  const error = codes >= FEWEST_FOR_DESIGN ? own : 1 / (1 / own + 1 / ASSUMED.between ** 2);
  const sampling = (slope / share) ** 2 * (squaredError ?? (deviation ?? residual) ** 2 / group.relevant);
  return Z95 * Math.sqrt(error + sampling);
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? null;
}

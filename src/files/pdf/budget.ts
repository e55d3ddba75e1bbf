/** What a PDF may ask for while it is opened: a few hundred bytes can claim to unpack to many gigabytes, or draw a form that draws ten forms that draw ten forms. */

/** Bytes of the largest array; what unpacks beyond that is nothing to be read. */
const LARGEST = 24 * 1024 * 1024;

/** Thrown into the library where a document asks for more. */
export class OverBudget extends Error {}

/** What a document has asked for too much of; null where it has not. */
export interface Budget {
  exceeded: 'memory' | 'forms' | null;
}

/** Bytes in all, and tables of names: some ten for each form that is drawn, and some fifty for a page. */
export interface Limits {
  readonly bytes: number;
  readonly tables: number;
}

/** As they are outside of all budgets. */
const NATIVE = { Uint8Array: globalThis.Uint8Array, Map: globalThis.Map, DecompressionStream: globalThis.DecompressionStream };
/** What counts for the works that go on, the latest one last. */
const counting: object[] = [];

/**
 * Does some work while every new array of bytes and every new table counts toward a limit; the library unpacks into such arrays, keeps such tables for every
 * form that it draws, and knows no limit of its own. Node's own unpacking of streams is out of its reach, and hidden for that time. The library goes on where one stream fails, so
 * ask the budget afterwards. Of works that overlap in one thread the latest one counts.
 */
export async function withinBudget<T>(most: Limits, work: (budget: Budget) => Promise<T>): Promise<T> {
  const budget: Counted = { exceeded: null, isOver: false };
  const counted = {
    ...countedBytes(most.bytes, budget),
    ...countedTables(most.tables, budget),
    DecompressionStream: undefined,
  };
  counting.push(counted);
  Object.assign(globalThis, counted);
  try {
    return await work(budget);
  } finally {
    budget.isOver = true;
    counting.splice(counting.indexOf(counted), 1);
    Object.assign(globalThis, counting.at(-1) ?? NATIVE);
  }
}

/** What was made for a work may be kept by the library beyond it; then it counts no more. */
interface Counted extends Budget {
  isOver: boolean;
}

function countedBytes(most: number, budget: Counted): object {
  let left = most;
  const construct = (target: NewableFunction, values: unknown[], asked: NewableFunction): object => {
    const [first] = values;
    const size = typeof first === 'number' ? first : 0;
    left -= size;
    if (left < 0 || size > LARGEST) budget.exceeded ??= 'memory';
    return made(target, values, asked, budget);
  };
  return { Uint8Array: new Proxy(NATIVE.Uint8Array, { construct }) };
}

function countedTables(most: number, budget: Counted): object {
  let left = most;
  const construct = (target: NewableFunction, values: unknown[], asked: NewableFunction): object => {
    left -= 1;
    if (left < 0) budget.exceeded ??= 'forms';
    return made(target, values, asked, budget);
  };
  return { Map: new Proxy(NATIVE.Map, { construct }) };
}

function made(target: NewableFunction, values: readonly unknown[], asked: NewableFunction, { exceeded, isOver }: Counted): object {
  if (exceeded !== null && !isOver) throw new OverBudget(`the document asks for too much ${exceeded}`);
  return Reflect.construct(target, values, asked);
}

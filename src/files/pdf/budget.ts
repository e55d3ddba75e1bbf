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

/**
 * Does some work while every new array of bytes and every new table counts toward a limit; the library unpacks into such arrays, keeps such tables for every
 * form that it draws, and knows no limit of its own. Node's own unpacking of streams is out of its reach, and hidden for that time. The library goes on where one stream fails, so
 * ask the budget afterwards.
 */
export async function withinBudget<T>(most: Limits, work: (budget: Budget) => Promise<T>): Promise<T> {
  const budget: Budget = { exceeded: null };
  const { Uint8Array: Bytes, Map: Table, DecompressionStream: Unpacking } = globalThis;
  const counted = { ...countedBytes(Bytes, most.bytes, budget), ...countedTables(Table, most.tables, budget) };
  Object.assign(globalThis, { ...counted, DecompressionStream: undefined });
  try {
    return await work(budget);
  } finally {
    Object.assign(globalThis, { Uint8Array: Bytes, Map: Table, DecompressionStream: Unpacking });
  }
}

function countedBytes(Bytes: typeof globalThis.Uint8Array, most: number, budget: Budget): object {
  let left = most;
  const construct = (target: typeof Bytes, values: unknown[], asked: NewableFunction): object => {
    const [first] = values;
    const size = typeof first === 'number' ? first : 0;
    left -= size;
    if (left < 0 || size > LARGEST) budget.exceeded ??= 'memory';
    return made(target, values, asked, budget);
  };
  return { Uint8Array: new Proxy(Bytes, { construct }) };
}

function countedTables(Table: typeof globalThis.Map, most: number, budget: Budget): object {
  let left = most;
  const construct = (target: typeof Table, values: unknown[], asked: NewableFunction): object => {
    left -= 1;
    if (left < 0) budget.exceeded ??= 'forms';
    return made(target, values, asked, budget);
  };
  return { Map: new Proxy(Table, { construct }) };
}

function made(target: NewableFunction, values: readonly unknown[], asked: NewableFunction, { exceeded }: Budget): object {
  if (exceeded !== null) throw new OverBudget(`the document asks for too much ${exceeded}`);
  return Reflect.construct(target, values, asked);
}

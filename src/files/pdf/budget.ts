/** Memory that a PDF may ask for while it is opened: a few hundred bytes can claim to unpack to many gigabytes. */

/** Bytes of the largest array; what unpacks beyond that is nothing to be read. */
const LARGEST = 24 * 1024 * 1024;

/** Thrown into the library where a document asks for more. */
export class OverBudget extends Error {}

/** How much a document may still ask for. */
export interface Budget {
  isExceeded: boolean;
}

/**
 * Does some work while every new array of bytes counts toward a limit; the library unpacks into such arrays and knows no limit of its own. Node's own
 * unpacking of streams is out of its reach, and hidden for that time. The library goes on where one stream fails, so ask the budget afterwards.
 */
export async function withinBudget<T>(most: number, work: (budget: Budget) => Promise<T>): Promise<T> {
  const budget: Budget = { isExceeded: false };
  let left = most;
  const { Uint8Array: Bytes, DecompressionStream: Unpacking } = globalThis;
  const Counted = new Proxy(Bytes, {
    construct(target, values, asked) {
      const [first] = values as readonly unknown[];
      const size = typeof first === 'number' ? first : 0;
      left -= size;
      if (left < 0 || size > LARGEST) budget.isExceeded = true;
      if (budget.isExceeded) throw new OverBudget('the document asks for too much memory');
      return Reflect.construct(target, values, asked);
    },
  });
  Object.assign(globalThis, { Uint8Array: Counted, DecompressionStream: undefined });
  try {
    return await work(budget);
  } finally {
    Object.assign(globalThis, { Uint8Array: Bytes, DecompressionStream: Unpacking });
  }
}

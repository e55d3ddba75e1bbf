/** How many entries of a list, which is in the order of `numberOf`, come before the first whose number is `from` or more. */
export function countBelow<T>(list: ArrayLike<T>, from: number, numberOf: (entry: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberOf(list[middle] as T) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

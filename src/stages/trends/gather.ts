/** Values by key, keys in the order in which they first appear. */
export function gatherBy<T>(values: readonly T[], key: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const gathered = new Map<string, T[]>();
  for (const value of values) {
    const list = gathered.get(key(value));
    if (list === undefined) gathered.set(key(value), [value]);
    else list.push(value);
  }
  return gathered;
}

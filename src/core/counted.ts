/** Counts as people read them. No locale: the same everywhere. */

/** 12345 → '12,345'. */
export function thousands(count: number): string {
  const digits = String(count);
  const first = digits.length % 3 || 3;
  return [digits.slice(0, first), ...(digits.slice(first).match(/\d{3}/g) ?? [])].join(',');
}

/** '1 statement', '12,345 statements'; the plural is given where it is not the word with an s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${thousands(count)} ${count === 1 ? noun : plural}`;
}

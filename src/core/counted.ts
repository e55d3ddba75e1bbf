/** Counts as people read them. No locale: the same everywhere. */

/** 12345 → '12,345'. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** '1 statement', '12,345 statements'; the plural is given where it is not the word with an s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${thousands(count)} ${count === 1 ? noun : plural}`;
}

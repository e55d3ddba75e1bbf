/** The only door to gender-detection-from-name: given name → gender. */
import { createRequire } from 'node:module';

type Names = typeof import('gender-detection-from-name');

const require = createRequire(import.meta.url);
/** Its lists are two megabytes: whoever scores or publishes asks for no name, and does not load them. */
let names: Names | null = null;

/** Answers, because six lists are searched for a word that is in none. */
const remembered = new Map<string, Gender | null>();
const MOST_REMEMBERED = 50_000;

export type Gender = 'male' | 'female';

/** The gender that a given name mostly has in English, else in five other languages; null where the list does not know the name. */
export function genderOfGivenName(name: string): Gender | null {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  names ??= require('gender-detection-from-name') as Names;
  const answer = names.getGender(name, 'en');
  const gender = answer === 'unknown' ? null : answer;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, gender);
  return gender;
}

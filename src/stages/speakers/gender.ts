/** The only door to gender-detection-from-name: given name → gender. */
import { getGender } from 'gender-detection-from-name';

/** Answers, because six lists are searched for a word that is in none. */
const remembered = new Map<string, Gender | null>();
const MOST_REMEMBERED = 50_000;

export type Gender = 'male' | 'female';

/** The gender that a given name mostly has in English, else in five other languages; null where the list does not know the name. */
export function genderOfGivenName(name: string): Gender | null {
  const known = remembered.get(name);
  if (known !== undefined) return known;
  const answer = getGender(name, 'en');
  const gender = answer === 'unknown' ? null : answer;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(name, gender);
  return gender;
}

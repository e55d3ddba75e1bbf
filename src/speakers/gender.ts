/** The only door to gender-detection-from-name: given name → gender. */
import { getGender } from 'gender-detection-from-name';

export type Gender = 'male' | 'female';

/** The gender that a given name mostly has in English, else in five other languages; null where the list does not know the name. */
export function genderOfGivenName(name: string): Gender | null {
  const gender = getGender(name.toLowerCase(), 'en');
  return gender === 'unknown' ? null : gender;
}

/** Latin letters with marks that Western Europe does not use: ł, č, ğ, ő, ə. */

/** Letters that are no others with an accent. */
const OWN = new Map(Object.entries({ ł: 'l', đ: 'd', ı: 'i', ħ: 'h', ŋ: 'n', ŧ: 't', ə: 'e', ĸ: 'k', œ: 'o', ſ: 's' }));
const BEYOND_WESTERN = /[\u0100-\u024f\u0259\u1e00-\u1eff]/g;

/** True for a text that holds such letters. */
export function hasOtherLatin(text: string): boolean {
  return text.search(BEYOND_WESTERN) >= 0;
}

/** The text with the plain letter in place of each such letter, as long as before: "Vučić" → "Vucic". */
export function withPlainLatin(text: string): string {
  return text.replace(BEYOND_WESTERN, plainLetter);
}

/** 'Č' → 'C', 'Ł' → 'L'; any other letter as it is. */
function plainLetter(letter: string): string {
  const small = letter.toLowerCase();
  const plain = OWN.get(small) ?? small.normalize('NFD').charAt(0);
  return /^[a-z]$/.test(plain) ? (small === letter ? plain : plain.toUpperCase()) : letter;
}

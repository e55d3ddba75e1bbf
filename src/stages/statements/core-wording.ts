/** What stays the same when editors copy one quotation: the words that tell one statement from another. */

/** Articles, "and" and "or", relative words and filler: what copies of one quotation differ in. Negations, numbers and modal verbs always count. */
const LIGHT = new Set('a an the and or that which who whom very really also just quite indeed so then too'.split(' '));
/** Words in -ly that are no adverbs of manner or degree. */
const NOT_MANNER = new Set(
  'ally apply assembly bully comply family friendly fly homily imply italy july likely melancholy monopoly multiply only early daily weekly monthly yearly rely reply supply ugly unlikely hardly scarcely barely merely nearly possibly probably allegedly reportedly'.split(
    ' ',
  ),
);
const SHORTEST_MANNER = 5;

/** Short forms that stand for one long form alone: "'s" and "'d" stand for several. */
const LONG_FORMS: readonly (readonly [short: RegExp, long: string])[] = [
  [/\bwon't\b/g, 'will not'],
  [/\bcan't\b|\bcannot\b/g, 'can not'],
  [/\bshan't\b/g, 'shall not'],
  [/n't\b/g, ' not'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/'ll\b/g, ' will'],
  [/'m\b/g, ' am'],
];

/**
 * The core of a wording: words in their order, short forms written out, without light words and adverbs, spelled in one way. `wording` is in lower case, as
 * wordingOf gives it.
 */
export function coreOf(wording: string): string {
  const hasShortForm = wording.includes("'") || wording.includes('cannot');
  const written = hasShortForm ? LONG_FORMS.reduce((text, [short, long]) => text.replace(short, long), wording) : wording;
  const words = written.split(' ').filter((word) => !LIGHT.has(word) && !isManner(word));
  return spellOneWay(words.join(' '));
}

function isManner(word: string): boolean {
  return word.length >= SHORTEST_MANNER && word.endsWith('ly') && !NOT_MANNER.has(word);
}

/** Sergey and Sergei, Zelenskyy and Zelensky, organise and organize, labour and labor come out alike. */
function spellOneWay(words: string): string {
  const spelt = words.replaceAll('y', 'i').replaceAll('our', 'or').replaceAll('z', 's');
  return BEYOND_ASCII.test(spelt) ? spelt.replace(/(\p{L})\1+/gu, '$1') : spelt.replace(/([a-z])\1+/g, '$1');
}

const BEYOND_ASCII = /[^\0-\x7f]/;

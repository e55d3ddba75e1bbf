/** Which language a text is in, by its commonest small words or by its script. */

/** Small words that are frequent in one language and rare or absent in the others. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to that is was for with he his as by it from are have has this but not they were been which their would said will on at we be our who after',
  de: 'der die und das den von zu mit ist sich des auf für nicht ein eine dem auch als an wird sind bei einen noch nach wie oder aus',
  fr: 'le les et des du une dans est que pour qui au plus pas sur avec par ce son il cette sont mais ont été aux',
  es: 'el los las y del que en una por con para su se al lo como más pero sus fue este ha son entre sobre también hasta',
  it: 'il di che della per con una del non sono anche più alla dei nel gli è ha delle si come le nella ma suo degli',
  pt: 'o os do da que em um uma para com não dos das por mais como ao foi se na no são pelo pela também sua',
  nl: 'de het een van en in dat op te zijn voor met niet aan er ook als bij naar door maar om heeft worden uit nog',
  pl: 'w i na z się nie do jest że to o jak po od za przez ale są dla który oraz jego tym co był czy',
  sv: 'och att det som en på är av för med till den har de inte om ett han men var jag sig från vi',
  da: 'og at det er en til på af for med den har de ikke der som et om han men sig fra blev også',
  cs: 'a se na je že to v s z do o jako za by ale po podle který jsou při pro jeho už také byl',
  ro: 'și de la în a cu pe care este nu din că o un mai pentru sunt se au fost lui al prin după',
  fi: 'ja on ei se että oli hän mutta kun ovat myös joka niin kuin tai jos sen ole mukaan',
  tr: 've bir bu da de için ile olarak olan gibi daha çok en sonra kadar ise ne ama her',
};

const LANGUAGES = Object.keys(SMALL_WORDS);
const LANGUAGES_OF_WORD = indexWords();
const LONGEST_SMALL_WORD = Math.max(...[...LANGUAGES_OF_WORD.keys()].map((word) => word.length));
/** Fewer, and the text is too short to tell. */
const LEAST_SMALL_WORDS = 4;

/** Scripts that settle the matter alone; Japanese before Chinese, because it uses both. */
const SCRIPTS: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\u3040-\u30ff]/g],
  ['zh', /[\u4e00-\u9fff]/g],
  ['ko', /[\uac00-\ud7af]/g],
  ['he', /[\u0590-\u05ff]/g],
  ['ar', /[\u0600-\u06ff]/g],
  ['el', /[\u0370-\u03ff]/g],
  ['th', /[\u0e00-\u0e7f]/g],
  ['hi', /[\u0900-\u097f]/g],
];

/** ISO 639 code of a text's language, or null where it is too short or too mixed to tell. */
export function languageOf(text: string): string | null {
  const sample = text.length > 6000 ? text.slice(0, 3000) + text.slice(text.length / 2, text.length / 2 + 3000) : text;
  return scriptOf(sample) ?? languageOfWords(sample);
}

/** A letter of any of these, or of Cyrillic: most texts have none, and nothing has to be counted. */
const OTHER_THAN_LATIN = /[\u0370-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/;

function scriptOf(sample: string): string | null {
  if (!OTHER_THAN_LATIN.test(sample)) return null;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 20) return null;
  const cyrillic = sample.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  if (cyrillic > letters * 0.5) return /[іїєґ]/i.test(sample) ? 'uk' : 'ru';
  return SCRIPTS.find(([, range]) => (sample.match(range)?.length ?? 0) > letters * 0.2)?.[0] ?? null;
}

function languageOfWords(sample: string): string | null {
  const counts = countSmallWords(sample.toLowerCase());
  const most = Math.max(...counts);
  const best = counts.indexOf(most);
  const second = Math.max(...counts.filter((_, language) => language !== best));
  if (most < LEAST_SMALL_WORDS || most < second * (LANGUAGES[best] === 'en' ? 1.2 : 1.5)) return null;
  return LANGUAGES[best] ?? null;
}

/** How many small words of each of LANGUAGES a text in lower case has. Looked through sign by sign: most words are longer than any small one, and are not cut out. */
function countSmallWords(text: string): readonly number[] {
  const counts = LANGUAGES.map(() => 0);
  const count = (word: string): void => {
    for (const language of LANGUAGES_OF_WORD.get(word) ?? []) counts[language] = (counts[language] ?? 0) + 1;
  };
  let start = -1;
  let isPlain = true;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    if ((code >= 97 && code <= 122) || code >= FIRST_BEYOND_ASCII) {
      if (start < 0) [start, isPlain] = [at, true];
      if (code >= FIRST_BEYOND_ASCII) isPlain = false;
    } else if (start >= 0) {
      if (!isPlain) for (const word of text.slice(start, at).match(/\p{L}+/gu) ?? []) count(word);
      else if (at - start <= LONGEST_SMALL_WORD) count(text.slice(start, at));
      start = -1;
    }
  }
  return counts;
}

const FIRST_BEYOND_ASCII = 128;

/** Word → the languages that it is a small word of, by their places in LANGUAGES. */
function indexWords(): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const [language, words] of Object.values(SMALL_WORDS).entries())
    for (const word of words.split(' ')) if (word.length > 1) index.set(word, [...(index.get(word) ?? []), language]);
  return index;
}

/** Lines in other languages than English that speak to whoever reads them, as furniture of pages does. */

/** By language, words that furniture uses and stories hardly: forms of address, and what a reader is asked to do. */
const WORDS = [
  'ihre[nmrs]? ihnen bitte weiterlesen|jetzt abonnieren|melden sie sich',
  'vous votre vos veuillez abonnez-vous inscrivez-vous suivez-nous',
  'usted utilizamos usamos suscríbete suscríbase regístrate|por favor|síguenos',
  'utilizziamo abbonati iscriviti seguici|il tuo|la tua|nel tuo|sul tuo',
  'korzystamy używamy wykup włącz wyrażasz twoich twoje twojej|zapisz się',
  'вы вам вас ваш ваша ваше ваши вашего вашей включите оформите подпишитесь подписывайтесь',
  'ви увімкніть оформіть підпишіться підписуйтесь',
  'você aceita concorda assine ative habilite inscreva-se siga-nos',
  'uw schakel|u te|schrijf u|word abonnee',
  'siz size sizin lütfen etkinleştirin kullanıyoruz|abone olun',
];

const ADDRESS = new RegExp(
  `(?<!\\p{L})(?:${WORDS.flatMap((line) => line.split('|').flatMap((part, i) => (i === 0 ? part.split(' ') : [part]))).join('|')})(?!\\p{L})`,
  'iu',
);

/** True where a line speaks to its reader in German, French, Spanish, Italian, Polish, Russian, Ukrainian, Portuguese, Dutch or Turkish. */
export function addressesInOtherLanguage(text: string): boolean {
  return ADDRESS.test(text);
}

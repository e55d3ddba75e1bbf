import { expect, test } from 'vitest';
import { marked, read, readOne } from '../reading.ts';

const STORY = [
  'Both delegations sat for two hours on Tuesday and will sit again in April.',
  '“We are ready to talk about arms,” said Marta Klein, who speaks for the board.',
];

const WALLS: readonly (readonly [language: string, wall: string, code: string])[] = [
  ['German', 'Wir verwenden Cookies, um Ihnen unsere Inhalte zu zeigen. Ihre Einwilligung gilt für alle Seiten.', 'consent page'],
  ['French', 'Nous et nos partenaires utilisons des cookies. Vous pouvez choisir à tout moment.', 'consent page'],
  ['Spanish', 'Utilizamos cookies propias y de terceros para que el sitio funcione.', 'consent page'],
  ['Italian', 'Noi e i nostri partner utilizziamo cookie per il trattamento dei dati.', 'consent page'],
  ['Polish', 'Korzystamy z plików cookies, aby strona działała lepiej.', 'consent page'],
  ['Russian', 'Мы используем файлы cookie. Продолжая пользоваться сайтом, вы соглашаетесь с этим.', 'consent page'],
  ['Ukrainian', 'Ми використовуємо файли cookie. Продовжуючи користуватися сайтом, ви погоджуєтеся.', 'consent page'],
  ['Turkish', 'Size daha iyi hizmet sunmak için çerezleri kullanıyoruz.', 'consent page'],
  ['German', 'Dieser Beitrag ist nur für Abonnenten. Jetzt abonnieren und weiterlesen.', 'paywall'],
  ['Portuguese', 'Conteúdo exclusivo para assinantes. Assine para continuar lendo.', 'paywall'],
  ['Russian', 'Для просмотра включите JavaScript в вашем браузере.', 'needs script'],
  ['Polish', 'Nie znaleziono strony', 'page not found'],
  ['Dutch', 'Pagina niet gevonden', 'page not found'],
];

test.each(WALLS)('a page in an article’s place is known in %s: %s', (_, wall, code) => {
  const { kept, problems } = read('a.html', `<html><head><title>Lake Courier</title></head><body><div><p>${wall}</p></div></body></html>`);
  expect([kept.length, problems.map((problem) => problem.code)]).toEqual([0, [code]]);
});

const FURNITURE: readonly string[] = [
  'Lesen Sie auch: Die Gesandten reisen ab',
  'Abonnez-vous à notre newsletter pour suivre les pourparlers chaque matin.',
  'Inscríbete a nuestro boletín y recibe las noticias, por favor.',
  'Читайте также: Посланники уезжают',
  'Подпишитесь на наш телеграм-канал, чтобы не пропустить главное.',
  'Підпишіться на нашу розсилку та отримуйте новини дня.',
  'Czytaj także: Wysłannicy wyjeżdżają',
  'Anzeige',
];

test.each(FURNITURE)('furniture of pages in other languages is boilerplate in an English story: %s', (line) => {
  expect(marked(readOne('a.txt', [STORY[0], line, STORY[1]].join('\n\n')))).toEqual([line]);
});

const SENTENCES: readonly string[] = [
  'Die Gesandten haben Anzeige erstattet, wie Marta Klein am Dienstag auf dem See sagte.',
  'Der Rabatt gilt nur für Abonnenten der Zeitung, sagte Marta Klein am Dienstag auf dem See.',
  'Les émissaires ont parlé de cookies et de bateaux pendant trois heures, a dit Marta Klein.',
  'Посланники говорили о реклама и доступе к озеру три часа подряд, сказала Марта Кляйн.',
  'The board of “Anzeige” and “Reklama” met on the lake, said Marta Klein, who speaks for it.',
];

test.each(SENTENCES)('a sentence of a story that holds such words stays: %s', (line) => {
  expect(marked(readOne('a.txt', [STORY[0], line, STORY[1]].join('\n\n')))).toEqual([]);
});

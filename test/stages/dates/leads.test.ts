import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRows } from '../../../src/core/rows.ts';
import { compileCalendar } from '../../../src/stages/dates/calendar.ts';
import { inferDate } from '../../../src/stages/dates/infer.ts';
import { clippingOf } from './clipping.ts';

const folder = new URL('../../../lexicons/us-russia/', import.meta.url);
const rows = (name: string) => parseRows(readFileSync(new URL(name, folder), 'utf8'), name).value;
const calendar = compileCalendar({ events: rows('events.csv'), offices: rows('offices.csv') }).value;

/** First paragraphs of undated news, all that there is to go by. */
const LEADS: readonly (readonly [year: string, text: string])[] = [
  [
    '2000',
    `Russian President-elect Vladimir Putin said on Friday that the lower house had ended seven years of delay by approving START II.\n\n"This will make the world safer," he said. Secretary of State Madeleine Albright welcomed the vote.`,
  ],
  [
    '2001',
    `NATO ministers heard President Putin offer the use of Russian airspace for humanitarian flights on Monday, two weeks after hijackers flew planes into the World Trade Center and the Pentagon.\n\n"We are with you," Mr. Putin told American television.`,
  ],
  [
    '2002',
    `Gunmen who hold hundreds of people in a Moscow theater released seven hostages on Friday. They demand an end to the war in Chechnya.\n\nPresident George W. Bush offered help in a telephone call.`,
  ],
  [
    '2003',
    `Mr. Bush and Mr. Putin ended two days at Camp David on Saturday with warm words and no agreement on Iraq or on the reactor at Bushehr.\n\n"I like him," the president said.`,
  ],
  [
    '2005',
    `Mikhail Khodorkovsky was sentenced on Tuesday to nine years in prison after a trial that the White House called a matter of concern.\n\n"It appeared that he had been judged guilty before," President Bush said.`,
  ],
  [
    '2006',
    `Leaders of the Group of Eight left St. Petersburg on Monday after a summit that was overshadowed by fighting in Lebanon. Mr. Putin drew laughter when he told President Bush that Russia did not want a democracy like the one in Iraq.`,
  ],
  [
    '2007',
    `Russian officials reacted coolly on Tuesday to talks at the Bush family house in Kennebunkport, where President Putin had proposed a day earlier to broaden the work on missile defense.\n\n"It is the lobster diplomacy," one newspaper wrote.`,
  ],
  [
    '2008',
    `Serbia recalled its ambassador from Washington after the United States recognised Kosovo on Monday, a day after its parliament declared independence. Russia called for an emergency session.\n\n"A terrible precedent," President Vladimir Putin said.`,
  ],
  [
    '2009',
    `President Obama on Thursday scrapped plans for a missile shield in Poland and the Czech Republic. Prime Minister Vladimir Putin called it a correct and brave decision.`,
  ],
  [
    '2010',
    `President Obama and President Dmitri Medvedev sealed the New Start treaty in Prague on Thursday with two pens and a handshake.\n\n"It is an important milestone," Mr. Obama said.`,
  ],
  [
    '2011',
    `The president of Russia, Dmitry Medvedev, told his party on Saturday that Prime Minister Putin should run for president next year. "I think it is right," he said. Washington said the reset would go on.`,
  ],
  [
    '2012',
    `A microphone caught President Obama on Monday telling Dmitry Medvedev in Seoul that he would have more flexibility after his election. Mitt Romney called Russia the number one geopolitical foe.`,
  ],
  [
    '2013',
    `Secretary of State John Kerry and Foreign Minister Sergei Lavrov agreed in Geneva on Saturday on a plan to remove the chemical arsenal of Syria by the middle of next year.`,
  ],
  [
    '2014',
    `President Barack Obama and leaders of the G7 met in The Hague on Monday and suspended Russia from the G8 until it changes course over Crimea. "It is no great tragedy," Sergei Lavrov said.`,
  ],
  [
    '2015',
    `Turkish jets shot down a Russian bomber near the Syrian border on Tuesday. "A stab in the back," President Putin said in Sochi, next to King Abdullah. Obama urged both sides to talk.`,
  ],
  [
    '2016',
    `Donald J. Trump, the Republican nominee, invited Russia on Wednesday to find 30,000 emails that Hillary Clinton had deleted. "Russia, if you're listening," he said. His aides called it a joke.`,
  ],
  [
    '2017',
    `President Trump and Vladimir Putin talked for more than two hours in Hamburg on Friday. Secretary of State Rex Tillerson said that they had connected very quickly.`,
  ],
  [
    '2018',
    `Washington ordered 60 Russian diplomats out and closed the consulate in Seattle on Monday over the poisoning in Salisbury. "This is a response to boorish behavior," an official said.`,
  ],
  [
    '2019',
    `"Don't meddle in the election," President Trump told Vladimir Putin with a smile at the start of their talks in Osaka on Friday.`,
  ],
  [
    '2020',
    `The United States will leave the Open Skies treaty, President Trump said on Thursday, because Russia did not adhere to it. Moscow said that the decision was a blow to European security.`,
  ],
  [
    '2021',
    `Russian troops are massing near Ukraine again, American officials said on Friday after President Biden and Vladimir Putin had spoken by video on Tuesday about security guarantees.`,
  ],
  [
    '2022',
    `Brittney Griner landed in Texas early on Friday after she was exchanged for Viktor Bout on a runway in Abu Dhabi. "She is safe," President Biden said.`,
  ],
  [
    '2023',
    `Two Russian fighters dumped fuel on an American MQ-9 Reaper over the Black Sea on Tuesday and one clipped its propeller. Defense Secretary Lloyd Austin telephoned Sergei Shoigu.`,
  ],
  [
    '2024',
    `Gunmen killed more than 130 people at Crocus City Hall near Moscow on Friday. The American embassy had warned of an attack two weeks before. "Islamic State bears sole responsibility," a White House spokeswoman said.`,
  ],
  [
    '2025',
    `Marco Rubio and Sergei Lavrov agreed in Riyadh on Tuesday to restore embassy staff and to start talks on ending the war in Ukraine. "We are ready to listen," Mr. Lavrov said. Kyiv was not invited.`,
  ],
  [
    '2022',
    `The Senate voted 95 to 1 on Wednesday to admit Finland and Sweden to NATO, five months after Russia invaded Ukraine. "This is historic," President Biden said.`,
  ],
  [
    '2019',
    `In the two years since President Trump took office, sanctions have multiplied, and a phone call last month did little to change that, said Ines Barrow, a fellow at the invented Northgate Center. Special counsel Robert Mueller delivered his report on Friday.`,
  ],
  [
    '2016',
    `Since the annexation of Crimea two years ago, trade between the two countries has halved, Deputy Foreign Minister Sergei Ryabkov said. Secretary of State John Kerry will visit Moscow next week.`,
  ],
];

test.each(LEADS)('an undated lead is placed in %s', (year, text) => {
  expect(inferDate(clippingOf(`A headline of some words\n\n${text}`), calendar, '2026-11-20')?.day.slice(0, 4)).toBe(year);
});

/** What looks back is dated by how far it looks, not by what it looks at. */
const LOOKS_BACK: readonly (readonly [year: string, text: string])[] = [
  [
    '2014',
    'Mothers lit candles in Beslan on Monday, the tenth anniversary of the siege of School No. 1. President Vladimir Putin sent a wreath.',
  ],
  [
    '2018',
    'Ten years after the war in Georgia, Russian troops still stand in Tskhinvali. President Vladimir Putin will not go there, his spokesman said.',
  ],
  [
    '2021',
    'Twenty years after the attacks of September 11, President Biden and Vladimir Putin have little left of the trust of those days.',
  ],
];

test.each(LOOKS_BACK)('a look back is placed in %s', (year, text) => {
  const dated = inferDate(clippingOf(`A headline of some words\n\n${text}`), calendar, '2026-11-20');
  expect(dated === null || dated.earliest.slice(0, 4) <= year).toBe(true);
  expect(dated === null || dated.latest.slice(0, 4) >= year).toBe(true);
});

/** Wars and annexations are spoken of for years, so they date nothing. */
const BACKGROUND: readonly string[] = [
  `Relations will not improve soon, President Putin said. He blamed Washington for the sanctions imposed after the annexation of Crimea.`,
  `The war in Ukraine has cut the last channels between Moscow and Washington, analysts say. "Nobody picks up the phone," one of them said on Thursday.`,
];

test.each(BACKGROUND)('background alone dates nothing: %s', (text) => {
  expect(inferDate(clippingOf(`A headline of some words\n\n${text}`), calendar, '2026-11-20')).toBeNull();
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseRows } from '../../../src/core/rows.ts';
import { compileCalendar } from '../../../src/stages/dates/calendar.ts';
import { inferDate } from '../../../src/stages/dates/infer.ts';
import { clippingOf } from './clipping.ts';

const folder = new URL('../../../lexicons/us-russia/', import.meta.url);
const rows = (name: string) => parseRows(readFileSync(new URL(name, folder), 'utf8'), name).value;
const calendar = compileCalendar({ events: rows('events.csv'), offices: rows('offices.csv') }).value;

/** Articles written without a date line, one and more a year; none uses the wording of events.csv on purpose. */
const UNDATED: readonly (readonly [year: string, text: string])[] = [
  [
    '1999',
    `Envoys trade blame after plane turns back\n\nRussian Prime Minister Yevgeny Primakov turned his plane around over the Atlantic on Tuesday after learning that NATO air strikes against Yugoslavia were about to start.\n\n"This is a mistake that history will not forgive," a Duma deputy, Oleg Tarsin, said on Wednesday.`,
  ],
  [
    '2000',
    `Navy admits it cannot hear the crew\n\nThe Russian navy said on Wednesday that it had heard no more tapping from the hull of the Kursk, the nuclear submarine that sank in the Barents Sea last weekend.\n\n"We would welcome British and Norwegian divers," said Admiral Pavel Gronov. President Bill Clinton offered American help in a letter to President Vladimir Putin.`,
  ],
  [
    '2001',
    `Leaders warm to each other at castle\n\nPresident George W. Bush said on Saturday in Slovenia that he had looked the man in the eye, after his first two hours with Russian President Vladimir Putin.\n\n"I was able to get a sense of his soul," Mr. Bush said in Ljubljana.`,
  ],
  [
    '2002',
    `Two signatures in the Kremlin\n\nPresident Bush and President Vladimir V. Putin signed a treaty on Friday that will cut strategic nuclear arsenals by two-thirds. The Moscow Treaty, three pages long, has to be ratified by the Senate and the Duma.\n\n"It liquidates the legacy of the Cold War," Mr. Bush said.`,
  ],
  [
    '2003',
    `Oil tycoon taken off his jet\n\nMasked agents stormed a private jet on Saturday and arrested Mikhail Khodorkovsky, the head of Yukos and Russia's richest man.\n\n"Investors will draw their conclusions," said Dana Whitlock, an analyst at the fictional Harbor Institute. Secretary of State Colin Powell had no comment.`,
  ],
  [
    '2004',
    `A town buries its children\n\nMourners in Beslan lowered small coffins into the mud on Monday, three days after the siege of School No. 1 ended in explosions and gunfire.\n\n"We showed ourselves to be weak," President Vladimir Putin told the nation. Washington offered help.`,
  ],
  [
    '2005',
    `Rice asks for answers on democracy\n\nPresident Bush raised press freedom with President Vladimir Putin when the two met in Bratislava on Thursday.\n\n"Democracies have certain things in common," Mr. Bush said. Secretary of State Condoleezza Rice sat beside him.`,
  ],
  [
    '2006',
    `Kremlin critic dies in London hospital\n\nAlexander Litvinenko, a former officer of the FSB, died on Thursday night three weeks after he fell ill. Doctors found polonium-210 in his body.\n\n"The Kremlin has nothing to do with it," a spokesman said on Friday.`,
  ],
  [
    '2007',
    `Gates answers with a joke\n\nDefense Secretary Robert Gates replied with humor on Sunday to the speech in which President Vladimir Putin had told the Munich security conference a day before that the United States had overstepped its borders in every way.\n\n"One Cold War was quite enough," Mr. Gates said.`,
  ],
  [
    '2008',
    `Tanks stay outside Gori\n\nRussian troops showed no sign of leaving Georgia on Friday, a week after fighting over South Ossetia began and days after a cease-fire that French President Nicolas Sarkozy had brokered.\n\n"Russia's word is on the line," Secretary of State Condoleezza Rice said in Tbilisi.`,
  ],
  [
    '2009',
    `A button with the wrong word\n\nSecretary of State Hillary Clinton handed Foreign Minister Sergei Lavrov a red button in Geneva on Friday. It was meant to say "reset"; the Russian word on it, peregruzka, means overload.\n\n"We worked hard to get the right Russian word," Mrs. Clinton said.`,
  ],
  [
    '2010',
    `Agents exchanged on a runway\n\nTwo planes stood side by side in Vienna on Friday while ten Russian agents were traded for four prisoners. The spy swap closed a case that began with arrests by the FBI last month.\n\n"It does not hurt the reset," said an aide to President Dmitry Medvedev.`,
  ],
  [
    '2011',
    `Putin blames Clinton for the crowds\n\nPrime Minister Vladimir Putin said on Thursday that Secretary of State Hillary Clinton had given a signal to the people who protest in Moscow against fraud in the Duma elections held on Sunday.\n\n"She set the tone," Mr. Putin said.`,
  ],
  [
    '2012',
    `Duma strikes back\n\nPresident Vladimir Putin signed a ban on Friday that ends all adoptions of Russian children by American families. The law answers the Magnitsky Act, which President Obama signed two weeks ago.\n\n"It is misguided," a State Department spokesman, Peter Lindqvist, said.`,
  ],
  [
    '2013',
    `Leaker leaves the airport\n\nEdward Snowden walked out of Sheremetyevo on Thursday with papers that let him stay in Russia for a year. The White House said that it was extremely disappointed and was rethinking a summit in Moscow.\n\n"We see this as an unfortunate development," the press secretary said.`,
  ],
  [
    '2014',
    `Jet falls among sunflowers\n\nInvestigators could not reach the wreckage of the Malaysian airliner on Saturday, two days after it was shot down over eastern Ukraine with 298 people aboard.\n\n"Russia has armed these people," President Obama said. Rebels denied that they had fired a Buk missile.`,
  ],
  [
    '2015',
    `Pilots strike near Homs\n\nRussian warplanes bombed targets in Syria for the first time on Wednesday. Defense Secretary Ashton Carter said that the strikes poured gasoline on the fire.\n\n"We gave one hour's warning," a Russian general said in Baghdad.`,
  ],
  [
    '2016',
    `Diplomats pack before New Year\n\nPresident Obama ordered 35 Russian diplomats out of the country on Thursday in answer to the hacking of the Democratic Party. President-elect Donald Trump said it was time to move on.\n\n"There is no alternative to retaliation," Dmitry Peskov said.`,
  ],
  [
    '2017',
    `Missiles before dessert\n\nPresident Trump told his guest over chocolate cake that 59 Tomahawk missiles had just hit the Shayrat airfield in Syria. Moscow called the strike on Thursday night an act of aggression.\n\n"Relations are ruined," Prime Minister Dmitry Medvedev wrote.`,
  ],
  [
    '2018',
    `A summit without a note-taker\n\nTwo days after he stood beside President Vladimir Putin in Helsinki, President Trump said that he had misspoken.\n\n"I accept our intelligence community's conclusion," he said. Senator Alma Reddick called the press conference on Monday a disgrace.`,
  ],
  [
    '2019',
    `An old treaty ends without a ceremony\n\nThe treaty that banned a whole class of missiles ended on Friday when the United States formally withdrew from the INF accord, six months after it had given notice.\n\n"Russia is solely responsible," Secretary of State Mike Pompeo said.`,
  ],
  [
    '2020',
    `Doctors in Omsk give way\n\nAlexei Navalny was flown to Berlin on Saturday, two days after the opposition leader fell ill on a plane in what his aides say was a poisoning.\n\n"If the reports prove accurate, the United States could take part in an inquiry," Deputy Secretary of State Stephen Biegun said.`,
  ],
  [
    '2021',
    `Three hours by the lake\n\nPresident Biden and President Putin ended their talks in Geneva on Wednesday earlier than planned and spoke to reporters one after the other.\n\n"This is not about trust," Mr. Biden said. The ambassadors will go back to their posts.`,
  ],
  [
    '2022',
    `Banks cut off as columns near Kyiv\n\nThe United States and its allies agreed on Saturday to expel some Russian banks from SWIFT, two days after President Putin launched the invasion of Ukraine.\n\n"Putin chose this war," President Biden said.`,
  ],
  [
    '2023',
    `The chef turns his column around\n\nYevgeny Prigozhin halted his march on Moscow on Saturday after a day of mutiny that took Wagner fighters to within 200 kilometers of the capital.\n\n"We had nothing to do with it," President Biden said on Monday.`,
  ],
  [
    '2024',
    `Families wait on the tarmac\n\nThe plane with Evan Gershkovich and Paul Whelan landed at Andrews shortly before midnight on Thursday after the largest prisoner swap since the Cold War.\n\n"It is a feat of diplomacy," President Biden said. Moscow got Vadim Krasikov back.`,
  ],
  [
    '2025',
    `Red carpet at the air base\n\nPresident Trump and President Vladimir Putin met for three hours in Anchorage on Friday and left without an agreement on Ukraine.\n\n"There is no deal until there is a deal," Mr. Trump said. Zelensky was not in the room.`,
  ],
  [
    '2018',
    `Think tank counts the costs\n\nSince the poisoning of Sergei Skripal in March, 153 Russian diplomats have left Western capitals. Now the Trump administration threatens to leave the treaty on intermediate-range missiles, which national security adviser John Bolton discussed in Moscow last week.\n\n"The floor is gone," said Ines Barrow, a fellow at the invented Northgate Center.`,
  ],
  [
    '2014',
    `Sanctions reach the circle\n\nThe Treasury named twenty men around President Putin on Thursday, two days after he had signed the annexation of Crimea. Bank Rossiya is on the list too.\n\n"We will not be silent," Foreign Minister Sergei Lavrov said.`,
  ],
  [
    '2023',
    `No more visits to the silos\n\nRussia will not let American inspectors back, Deputy Foreign Minister Sergei Ryabkov said on Wednesday, a day after President Putin suspended New START in his address to parliament.\n\n"It is deeply unfortunate," Secretary of State Antony Blinken said.`,
  ],
  [
    '2018',
    `The notes that nobody took\n\nThe two presidents, Donald Trump and Vladimir Putin, met in Helsinki this year without anybody beside them but interpreters.\n\n"We asked, and were told nothing," Senator Dana Whitlock said.`,
  ],
];

test.each(UNDATED)('an undated article is placed in %s by what it tells', (year, text) => {
  const dated = inferDate(clippingOf(text), calendar, '2026-11-20');
  expect(dated?.day.slice(0, 4)).toBe(year);
  expect(dated?.basis).toBe('text');
  expect(`${dated?.earliest}` <= `${dated?.latest}`).toBe(true);
});

/** Too little to go by: "undated" is an answer. */
const TIMELESS: readonly string[] = [
  'How to keep bees\n\nA hive needs water and shade. "Start with two colonies," says Ada Finch, who has kept bees for decades.',
  'On diplomacy\n\nTrust is built slowly and lost fast. "A treaty is a promise with a calendar," wrote one retired envoy.',
  'Markets\n\nOil fell on Tuesday. "Demand is soft," said a trader in London.',
  'Essay\n\nRussia and the United States have been rivals for most of a century, and partners for some of it.',
];

test.each(TIMELESS)('nothing dates this text: %s', (text) => {
  expect(inferDate(clippingOf(text), calendar, '2026-11-20')).toBeNull();
});

test('a copyright year and a later insert do not move an article', () => {
  const text = UNDATED.find(([year]) => year === '2017')?.[1] ?? '';
  const dated = inferDate(clippingOf(`${text}\n\n© 2021 The Invented Post. All rights reserved.`), calendar, '2026-11-20');
  expect(dated?.day.slice(0, 4)).toBe('2017');
});

test('an election that is still ahead bounds the day from above', () => {
  const text = `Candidates on Russia\n\nWhoever wins the upcoming 2024 US presidential election, little will change, Foreign Minister Sergei Lavrov said, a view shaped by the war between Israel and Hamas and by Ukraine's counteroffensive.`;
  expect(inferDate(clippingOf(text), calendar, '2026-11-20')?.latest.slice(0, 4)).toBe('2024');
});

import { describe, expect, it } from 'vitest';
import { spokenIn } from './spoken.ts';

/** The last statement's speaker in a text. */
function last(text: string, published?: string): string | null {
  return spokenIn(text, published).at(-1)?.speaker?.name ?? null;
}

describe('a pronoun that is the subject', () => {
  const others: readonly (readonly [text: string, speaker: string | null])[] = [
    // It is none of those who are named as objects in its own clause, before it or behind it.
    ['Pavel Sorin told Mr. Dell it was late.\nAfter speaking to Mr. Dell in the harbour, he said: “We leave.”', 'Pavel Sorin'],
    ['Pavel Sorin spoke to Marco Dell.\nSpeaking beside Marco Dell in Ashton, he said the lake was theirs.', 'Pavel Sorin'],
    [
      'Pavel Sorin rose. His friends fear Marco Dell.\n“I am ready,” he told a radio station during a stop on the coast between visits to the mayor and Mr. Dell in Ashton.',
      'Pavel Sorin',
    ],
    // A subordinate clause before the main one may have the same subject.
    ['Pavel Sorin rose. While he denied knowing of it, Mr. Sorin said it was late.', 'Pavel Sorin'],
    ['Pavel Sorin rose. Even as he said it was late, Sorin left.', 'Pavel Sorin'],
    // So may a later clause of its own.
    [
      'Pavel Sorin left. He assured the chairman, in a meeting that was closed to the press, that by leaving, Sorin relieved “the pressure of the whole inquiry.”',
      'Pavel Sorin',
    ],
  ];
  it.each(others)('is another than the objects of its clause: %s', (text, speaker) => {
    expect(last(text)).toBe(speaker);
  });

  const subjects: readonly (readonly [text: string, speaker: string | null])[] = [
    // Who is reported in a relative clause, or asked about, stays in the background; the subject that one describes does not.
    ['Marco Dell left.\nPavel Sorin, who spoke before Marco Dell’s trial, also denounced the raid. He said it was late.', 'Pavel Sorin'],
    ['Pavel Sorin, the chairman, answered Marco Dell, who has said it was late.\n“The lake is ours,” he said.', 'Pavel Sorin'],
    [
      'Less credible is Sen. Pavel Sorin, a friend of the mayor. He has now decided that it is wrong of Marco Dell.\n“It is late,” he said.',
      'Pavel Sorin',
    ],
    ['But Pavel Sorin, a former official who fought Marta Dell in the mayoral race warned that it was late.', 'Pavel Sorin'],
    ['In an interview with Marco Dell, Pavel Sorin cast the plan aside, describing it as “a raid on the whole harbour.”', 'Pavel Sorin'],
  ];
  it.each(subjects)('means the subject of the sentence before: %s', (text, speaker) => {
    expect(last(text)).toBe(speaker);
  });
});

describe('a pronoun beside a quotation', () => {
  const named: readonly (readonly [text: string, speaker: string | null])[] = [
    // Who is named in the quotation does not say it.
    ['Pavel Sorin left, Marco Dell said. Mr. Sorin had lost.\n“This is them acting as if Sorin had not lost,” he said.', 'Marco Dell'],
    ['Pavel Sorin spoke. Mr. Sorin left.\n“No one writes songs for Sorin,” he said.', null],
    // But who tells a name, or what others call them, may.
    ['Pavel Sorin spoke.\n“I am Pavel Sorin,” he said.', 'Pavel Sorin'],
    ['Pavel Sorin spoke.\n“My friends said, ‘Sorin, go home,’” he said.', 'Pavel Sorin'],
    // An employer named before an aide's role, and who "there is".
    ['Pavel Sorin left.\nSorin consultant Marco Dell, a pollster, took it up. “They are beginning to see it,” he said.', 'Marco Dell'],
    ['Marco Dell was known.\nPavel Sorin left. Then there is Dell.\n“It is odd,” he wrote.', 'Marco Dell'],
  ];
  it.each(named)('is somebody else than those named in it: %s', (text, speaker) => {
    expect(last(text)).toBe(speaker);
  });
});

describe('an office', () => {
  const offices: readonly (readonly [text: string, speaker: string | null])[] = [
    ['President-elect Pavel Dell met President Ada Sorin. The president-elect said the lake was theirs.', 'Pavel Dell'],
    ['President-elect Pavel Dell met President Ada Sorin. The president said the lake was theirs.', 'Ada Sorin'],
    ['Prime Minister Pavel Dell met President Ada Sorin. The PM said the lake was theirs.', 'Pavel Dell'],
    // A word for what one is, where nobody has been called so.
    ['Prime Minister Pavel Dell met President Ada Sorin. The 58-year-old timber tycoon said the lake was theirs.', 'Pavel Dell'],
    ['Pavel Dell was late. A tycoon said so. The tycoon said the lake was theirs.', 'tycoon'],
    // Who spoke as one without a name is none of those who were named before.
    ['White House aide Ada Lund left. A committee aide blasted the plan.\n“It is late,” the aide said.', 'aide'],
    // A deputy is another.
    ['Deputy Prime Minister Pavel Dell met President Ada Sorin. The PM said the lake was theirs.', 'PM'],
  ];
  it.each(offices)('is held, not yet held, or held by the one whose it is: %s', (text, speaker) => {
    expect(last(text)).toBe(speaker);
  });
});

describe('a second verb', () => {
  const verbs: readonly (readonly [text: string, speakers: readonly (string | null)[]])[] = [
    [
      'Sorin said the board had heard from the harbour, where its critics accuse it of delay, and indicated that it would end.',
      ['Sorin', 'critics', 'Sorin'],
    ],
    ['Sorin acknowledged that Dell was pressed into signing it but went on to suggest it was late.', ['Sorin', 'Sorin']],
    [
      'Critics pointed to a post in which Dell called Lund “a long and quite hopeless night” and said, “We leave at dawn.”',
      ['critics', 'Dell'],
    ],
    ['In the part shown by the Post on Friday, Sorin was quiet, but praised the plan.', ['Sorin']],
  ];
  it.each(verbs)('has the subject that a reader gives it: %s', (text, speakers) => {
    expect(spokenIn(text).map(({ speaker }) => speaker?.name ?? null)).toEqual(speakers);
  });
});

describe('words that hang on a source', () => {
  const around: readonly (readonly [text: string, speaker: string | null])[] = [
    ['Sorin denied it and, when asked whether it was ready to help Norland, said the lake was theirs.', 'Sorin'],
    ['Sorin denied it and when asked whether it was ready to help Norland, said the lake was theirs.', 'Sorin'],
    ['Dell held back, a step praised as “a clever move” by Sorin, who wanted it.', 'Sorin'],
    ['The plan was described as “a clever move” by Sorin, who wanted it.', 'Sorin'],
    ['The other candidate in the hall, former Secretary of State Ada Lund, drew a line, saying the lake was theirs.', 'Ada Lund'],
    ['A former candidate -- Pavel Sorin, who lost to Dell -- said the lake was theirs.', 'Pavel Sorin'],
    ['The senator, Ada Lund, and Pavel Sorin said the lake was theirs.', 'Pavel Sorin'],
    ['“Dell wins. He has all that Lund had,” Sorin notes.', 'Sorin'],
    ['With Dell, said Sorin, “all roads lead to the lake!”', 'Sorin'],
    ['According to the report, the mayor’s spokesman, Pavel Sorin, said, “It is likely that we leave.”', 'Pavel Sorin'],
    ['The crown fell, pressured by a remark from Norland suggesting a need for a new bank.', 'Norland'],
    ['“We leave,” says official TV channel Harbour 1.', 'official TV channel Harbour 1'],
    ['U.S. and European officials said the lake was theirs.', 'U.S. and European officials'],
    ['Rowers agree - Pavel Sorin: “The lake has taught us one thing. Keep rowing.”', 'Pavel Sorin'],
    ['“We leave,” Mr. Sorin, now 74 and a gardener in Bristow, Mass., said by telephone this week.', 'Sorin'],
    ['As Pavel Sorin, professor of law at Ashton, put it, “The board should remember that.”', 'Pavel Sorin'],
    ['Beside what Dell demands, even a top strategist said it was late, saying, “She has to come out.”', 'top strategist'],
    ['As the mayor left for the coast after the brief war, the official, said: “The lake is ours and stays ours.”', 'official'],
    ['As Pavel Sorin, a longtime official who shaped the Dell plan, wrote in the Post, it was late.', 'Pavel Sorin'],
    ['The Ashton-based defence columnist for Harbour Post, a weekly, says the lake is theirs.', 'Ashton-based defence columnist'],
    ['The Ashton-based Harbour Group said the lake was theirs.', 'Harbour Group'],
    ['Marta Dell, the head of HBC (formerly Harbour Post), which once claimed to be fair, left.', 'HBC'],
    ['Dell did well to remember Sorin’s advice (more or less): “Never leave the harbour before dawn.”', 'Sorin'],
    ['Dell praised the plan. In those remarks, he also accused Norland of using “the harbour as a tool of its own.”', 'Dell'],
    [
      '“We leave,” the mayor’s spokesman, Pavel Sorin, told the Post. “It is late.” Marta Dell, who knew him, made clear she was glad.',
      'Marta Dell',
    ],
    ['“We welcome it,” Lund and Ashton Post CEO and Harbour Journal publisher Pavel Sorin said in a statement.', 'Pavel Sorin'],
    ['“He has told reporters that he left the harbour,” HBC’s Pavel Sorin reports from Ashton.', 'Pavel Sorin'],
    ['It emerged that Norland, a friend of the harbour, plans to leave, although it suggested the lake was theirs.', 'Norland'],
  ];
  it.each(around)('leave it what it is: %s', (text, speaker) => {
    expect(last(text)).toBe(speaker);
  });
});

describe('the one who goes on', () => {
  it('is not whom a relative clause reports', () => {
    const text =
      'Pavel Sorin asserted that it was late. He also blamed the Post and its owner, Marco Dell, who announced he would leave.\n“It is so ridiculous.”';
    expect(last(text)).toBe('Pavel Sorin');
  });

  it('is not whom an interviewer asks about', () => {
    expect(last('But Pavel Sorin is not going to leave, is he? Sorin does not want to.\n“Yes and no. We will see.”')).toBeNull();
  });

  it('is the one whose words an agency carries two paragraphs on', () => {
    const text = '“We leave,” Pavel Sorin said.\nHe spoke on the coast.\n“It is late,” HBC reported.';
    expect(spokenIn(text.replace('HBC', 'Reuters')).at(-1)).toMatchObject({ speaker: { name: 'Pavel Sorin' }, via: 'Reuters' });
  });
});

import { describe, expect, it } from 'vitest';
import { found } from './reported.ts';

describe('a verb that judges by comparing', () => {
  it.each([
    ['Harlan casts the treaty as a gift to the rebels.', ['the treaty as a gift to the rebels | casts | Harlan']],
    ['Harlan painted the envoy as a rebel.', ['the envoy as a rebel | painted | Harlan']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each(['Harlan casts a vote for the treaty.', 'Harlan painted the hall.', 'Harlan attacked the harbour; as a judge he left.'])(
    'does so only with "as" in what it says: %s',
    (text) => expect(found(text)).toEqual([]),
  );
});

describe('content that follows its cue', () => {
  it.each([
    ['Orlova said that the talks would resume in May.', ['the talks would resume in May | said | Orlova']],
    ['The minister said the talks would resume.', ['the talks would resume | said | The minister']],
    ['Harlan said on Monday that the offer stood.', ['the offer stood | said | Harlan']],
    ['Harlan said in an interview with a Norland weekly that the offer stood.', ['the offer stood | said | Harlan']],
    ['She told reporters that nobody had left the table.', ['nobody had left the table | told | She']],
    ['The envoy told a hearing in Portmouth the treaty was dead.', ['the treaty was dead | told | The envoy']],
    ['The envoy vowed to return within a week.', ['to return within a week | vowed | The envoy']],
    ['Norland urged its neighbour to open the border.', ['to open the border | urged | Norland']],
    ['She asked the committee to wait.', ['to wait | asked | She']],
    ['He asked whether the ships would turn back.', ['whether the ships would turn back | asked | He']],
    ['The general explained how the bridge was lost.', ['how the bridge was lost | explained | The general']],
    ['The senator praised the agreement.', ['the agreement | praised | The senator']],
    ['Harlan called the offer “a gift” to the region.', ['the offer “a gift” to the region | called | Harlan']],
    ['Orlova described the summit as “a wasted day”.', ['the summit as “a wasted day” | described | Orlova']],
    ['The ministry accused Norland of arming the rebels.', ['Norland of arming the rebels | accused | The ministry']],
    ['Norland denied any part in the attack.', ['any part in the attack | denied | Norland']],
    ['The two leaders called for an end to the embargo.', ['an end to the embargo | called for | The two leaders']],
    ['Orlova warned against new sanctions.', ['new sanctions | warned against | Orlova']],
    ['Orlova said the plan had failed, adding that nobody would miss it.', ['the plan had failed + nobody would miss it | said | Orlova']],
    [
      'Anna Orlova, a former judge who lives in Portmouth, said the border would stay open.',
      ['the border would stay open | said | Anna Orlova'],
    ],
    ['The president has repeatedly said he will not resign.', ['he will not resign | said | The president']],
    ['Norland says it shot down two drones', ['it shot down two drones | says | Norland']],
    ['Harlan Vows To Close The Border', ['To Close The Border | Vows | Harlan']],
    ['Orlova last week noted that the talks went on.', ['the talks went on | noted | Orlova']],
    ['Norland has on several occasions promised to leave the treaty.', ['to leave the treaty | promised | Norland']],
    ['The report says that 40 percent of the harbour is idle.', ['40 percent of the harbour is idle | says | The report']],
    ['Harlan called the vote on Friday a farce.', ['the vote on Friday a farce | called | Harlan']],
    ['Orlova praised the navy, calling it “the pride of Norland”.', ['the navy + it “the pride of Norland” | praised | Orlova']],
    [
      'After Orlova labelled the league a “foe,” Harlan responded on the radio, using her own words.',
      ['the league a “foe,” | labelled | Orlova'],
    ],
    ['The price rose in May, but the ministry gave no reason, adding that it would wait.', ['it would wait | adding | the ministry']],
    [
      'There is no rule for it, said Chancellor Ida Orlova when she was asked about the ships.',
      ['There is no rule for it | said | Chancellor Ida Orlova'],
    ],
    ['The board estimates that the plan would cost a fortune.', ['the plan would cost a fortune | estimates | The board']],
    // A participle behind a comma, whatever else the word could be.
    ['Orlova spoke to the crews on Thursday, promising to lift the toll.', ['to lift the toll | promising | Orlova']],
    ['Norland left the talks, warning that the ice was thin.', ['the ice was thin | warning | Norland']],
    [
      'Norland sent an envoy, with a captain of the guard saying that the ice was thin.',
      ['the ice was thin | saying | a captain of the guard'],
    ],
    ['An agency quoted the envoy to Norland, Ida Lund, warning that the ice was thin.', ['the ice was thin | warning | Ida Lund']],
    ['The agency quoted the minister saying that the ice was thin.', ['the ice was thin | saying | the minister']],
    // A thing that a participle describes, and an act behind an adverb.
    ['Orlova called for increased harbour dues.', ['increased harbour dues | called for | Orlova']],
    ['Orlova has also called for quickly closing the bridge.', ['quickly closing the bridge | called for | Orlova']],
    ['Other leaders have proposed jointly owned ferries.', ['jointly owned ferries | proposed | Other leaders']],
    ['Orlova admitted that the plan was late.', ['the plan was late | admitted | Orlova']],
    ['Orlova argued during Saturday’s long debate that the plan was late.', ['the plan was late | argued | Orlova']],
    ['Orlova asked the board on September 9 to wait.', ['to wait | asked | Orlova']],
    ['Orlova said, if elected, she would leave.', ['if elected, she would leave | said | Orlova']],
    ['Orlova said down-river harbours can help.', ['down-river harbours can help | said | Orlova']],
    ['Orlova said the Harlan family deserved better.', ['the Harlan family deserved better | said | Orlova']],
    ['Orlova said that was late.', ['that was late | said | Orlova']],
    ['Orlova cites the harbour as a model: He says it works.', ['the harbour as a model | cites | Orlova', 'it works | says | He']],
    // Where it was said: in something that somebody issued, on a programme.
    ['Orlova said in a statement released by the board that the plan was late.', ['the plan was late | said | Orlova']],
    ['Orlova said in a letter seen by a weekly the plan was late.', ['the plan was late | said | Orlova']],
    ['Orlova said this week on NTV’s “Meet the Nation” that the plan was late.', ['the plan was late | said | Orlova']],
    ["Orlova said on Sunday on NTV's 'Meet the Nation' the plan was late.", ['the plan was late | said | Orlova']],
    // Owned up to, warned against.
    ['Orlova admitted last month to selling the harbour.', ['selling the harbour | admitted | Orlova']],
    ['Harlan confessed to having taken bribes.', ['having taken bribes | confessed | Harlan']],
    ['Orlova warned the board against selling the harbour.', ['selling the harbour | warned | Orlova']],
    ['Orlova urged Harlan not to sell the harbour.', ['not to sell the harbour | urged | Orlova']],
    // Numbers, estimates and participles open a clause.
    ['Orlova said up to 40 ships had left.', ['up to 40 ships had left | said | Orlova']],
    ['The agency reported at least six ships had left.', ['at least six ships had left | reported | The agency']],
    ['Orlova announced $7 million more was being raised.', ['$7 million more was being raised | announced | Orlova']],
    ['Many argue that relying on the ferry puts the town at risk.', ['relying on the ferry puts the town at risk | argue | Many']],
    [
      'Orlova argued the harbour, which has been idle for years, is “a jewel in the making”.',
      ['the harbour, which has been idle for years, is “a jewel in the making” | argued | Orlova'],
    ],
    ['Orlova said this week on NTV’s “Meet the Nation” the plan was late.', ['the plan was late | said | Orlova']],
    ['Orlova said this week was hard.', ['this week was hard | said | Orlova']],
    ['Norland’s state-run agency said the plan was late.', ['the plan was late | said | Norland’s state-run agency']],
    ['The rival -- who has called Norland a foe -- would wait.', ['Norland a foe | called | The rival']],
    ['The raid led Norland to accuse its neighbour of lying.', ['its neighbour of lying | accuse | Norland']],
    ['The order came as the board sold the port, despite saying it would keep it.', ['it would keep it | saying | the board']],
    ['Orlova urged Norland, which left in May, not to sell the harbour.', ['not to sell the harbour | urged | Orlova']],
    // A headline leaves out "is" and "are".
    ['MAYOR SAYS NORLAND READY FOR TALKS', ['NORLAND READY FOR TALKS | SAYS | MAYOR']],
    ['Guests Say Toll Tough Given The Times', ['Toll Tough Given The Times | Say | Guests']],
    ['Orlova informed regional director Ida Lund that the plan was late.', ['the plan was late | informed | Orlova']],
    // What somebody says of themselves, and what is behind a relative pronoun.
    ['Orlova described herself as a friend of Norland.', ['herself as a friend of Norland | described | Orlova']],
    ['Orlova called herself a friend of Norland.', ['herself a friend of Norland | called | Orlova']],
    ['Orlova attacked Harlan for leaving the talks.', ['Harlan for leaving the talks | attacked | Orlova']],
    [
      'Orlova praised cuts that she said improved the harbour.',
      ['cuts that she said improved the harbour | praised | Orlova', 'improved the harbour | said | she'],
    ],
    ['Orlova called the board’s rule “absurd.”', ['the board’s rule “absurd.” | called | Orlova']],
    ['The guild endorsed the plan last week.', ['the plan | endorsed | The guild']],
    ['Orlova described how the ships were lost.', ['how the ships were lost | described | Orlova']],
    ['Orlova has, on occasion, publicly criticized the board.', ['the board | criticized | Orlova']],
    ['Orlova vowed to “rebuild the harbour”.', ['to “rebuild the harbour” | vowed | Orlova']],
    ['Orlova opened a rally blasting Harlan for leaving.', ['Harlan for leaving | blasting | Orlova']],
    ['Orlova said the ministry had not commented on the raid.', ['the ministry had not commented on the raid | said | Orlova']],
    [
      'The board reported that, according to a count, the plan was late.',
      [', according to a count, the plan was late | reported | The board'],
    ],
    ['Last month, the Herald, a weekly, said the plan was late.', ['the plan was late | said | the Herald']],
    ['The board - a 12-member body - said the plan was late.', ['the plan was late | said | The board']],
    ['Four in ten voters say they trust nobody.', ['they trust nobody | say | Four in ten voters']],
  ])('reads %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('content before or around its cue', () => {
  it.each([
    ['The talks would resume in May, Orlova said.', ['The talks would resume in May | said | Orlova']],
    // How, when and where it was said, and under which condition.
    ['The plan was late, Orlova said during her speech to be a delegate.', ['The plan was late | said | Orlova']],
    ['The plan was late, Orlova said in putting the question to Harlan.', ['The plan was late | said | Orlova']],
    ['The plan was late, a spokesman said after the board met in Ashton.', ['The plan was late | said | a spokesman']],
    ['The time has come, Orlova said, for Harlan to leave.', ['The time has come + for Harlan to leave | said | Orlova']],
    ['The plan was late, Orlova said, on condition of anonymity.', ['The plan was late | said | Orlova']],
    ['The plan was late, Orlova wrote in her 2012 book, “A Norland Son.”', ['The plan was late | wrote | Orlova']],
    ['The plan was late, Orlova reported Thursday, March 20, 2020.', ['The plan was late | reported | Orlova']],
    ['In the June statement, Orlova said, the plan was late.', ['the plan was late | said | Orlova']],
    ['Even Orlova and Harlan are late, the board said.', ['Even Orlova and Harlan are late | said | the board']],
    ['The toll fell to 723, according to a count by the board.', ['The toll fell to 723 | according to | a count by the board']],
    // A subject with a relative clause is no content, whatever the verb.
    [
      'Gov. Harlan of Portmouth, a sailor who has refused to leave, said the plan was late.',
      ['the plan was late | said | Gov. Harlan of Portmouth'],
    ],
    ['The talks, these officials said, would resume in May.', ['The talks + would resume in May | said | these officials']],
    ['The talks, said Orlova and others, would resume in May.', ['The talks + would resume in May | said | Orlova and others']],
    ['The two ports, Orlova said, now have an opening.', ['The two ports + now have an opening | said | Orlova']],
    ['Closing idle harbours, Orlova said, was possible.', ['Closing idle harbours + was possible | said | Orlova']],
    ['Orlova said it was over, confirming she would leave.', ['it was over + she would leave | said | Orlova']],
    ['Lifting the toll, Orlova said, was a mistake.', ['Lifting the toll + was a mistake | said | Orlova']],
    ['As a harbour, Ashton is second to none, Orlova said.', ['As a harbour, Ashton is second to none | said | Orlova']],
    ['The new job marks his return to Ashton, one friend said.', ['The new job marks his return to Ashton | said | one friend']],
    ['The bridge was shut on Friday, the Harbour Tribune reports.', ['The bridge was shut on Friday | reports | the Harbour Tribune']],
    ['The toll rose (the sum is lower, Orlova said).', ['the sum is lower | said | Orlova']],
    ['The toll rose (the sum is lower, according to Orlova).', ['the sum is lower | according to | Orlova']],
    ['The ferries can go, and as Orlova noted, the trains run.', ['the trains run | noted | Orlova']],
    ['The talks, Orlova said, would resume in May.', ['The talks + would resume in May | said | Orlova']],
    ['The talks would resume in May, said Orlova, a former judge from Portmouth.', ['The talks would resume in May | said | Orlova']],
    ['The talks would be “long and hard,” the envoy said.', ['The talks would be “long and hard,” | said | the envoy']],
    [
      'The ferries ran late, the board said in a spring review, and the trains did not run at all.',
      ['The ferries ran late + and the trains did not run at all | said | the board'],
    ],
    // What the reading takes for a verb ends at its comma.
    ['The toll would fall, according to exit polls.', ['The toll would fall | according to | exit polls']],
    ['According to exit polls, the toll would fall.', ['the toll would fall | According to | exit polls']],
    ['The toll would fall, according to leaked drafts, by a third.', ['The toll would fall | according to | leaked drafts']],
    ['The toll would fall, according to one of the officials.', ['The toll would fall | according to | one of the officials']],
    ['The toll would fall, according to several of those present.', ['The toll would fall | according to | several of those present']],
    ['A note on Anna Orlova’s claim that she had left was printed.', ['she had left | claim | Anna Orlova']],
    ['Orlova sent a letter on Friday saying the talks were over.', ['the talks were over | saying | Orlova']],
    ['Orlova and Harlan both said the talks were over.', ['the talks were over | said | Orlova and Harlan']],
    ['The park is near the port, which, Orlova said, is full of life.', ['which + is full of life | said | Orlova']],
    ['The talks, as Orlova noted, would resume in May.', ['The talks + would resume in May | noted | Orlova']],
    ['The harbour, Orlova said, “is a jewel” of the coast.', ['The harbour + “is a jewel” of the coast | said | Orlova']],
    ['Harlan has a plan that Orlova said would fail.', ['would fail | said | Orlova']],
    ['According to Orlova, the talks would resume in May.', ['the talks would resume in May | According to | Orlova']],
    ['The talks would resume in May, according to two officials.', ['The talks would resume in May | according to | two officials']],
    ['The rise, according to the ministry, began in May.', ['The rise + began in May | according to | the ministry']],
    ['As Orlova noted, the treaty has no end date.', ['the treaty has no end date | noted | Orlova']],
    [
      'The talks would resume in May, Orlova told a weekly in an interview that aired on Sunday.',
      ['The talks would resume in May | told | Orlova'],
    ],
  ])('reads %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('participles, passives and nouns of saying', () => {
  it.each([
    ['Noting that the talks had failed, the envoy promised to try again.', ['the talks had failed + to try again | Noting | the envoy']],
    ['Asked whether he would resign, Harlan said he had work to do.', ['he had work to do | said | Harlan']],
    ['The envoy was asked about the missing ships.', []],
    ['The envoy was asked by Harlan whether the ships were missing.', ['whether the ships were missing | asked | Harlan']],
    ['Harlan rejected the claim that he had lied.', ['the claim that he had lied | rejected | Harlan']],
    ["Orlova's claim that the vote was stolen found few friends.", ['the vote was stolen | claim | Orlova']],
    ['His call for a boycott went unheard.', ['a boycott | call for | His']],
    ["The minister's refusal to sign the treaty angered Norland.", []],
    ['Harlan has been criticized by two aides for leaving the talks.', ['Harlan + for leaving the talks | criticized | two aides']],
    ['A plan for a joint board to run the port was rejected by Orlova.', ['A plan for a joint board to run the port | rejected | Orlova']],
    ['The move was condemned by the board.', ['The move | condemned | the board']],
    ['The raid was condemned by Norland as an act of war.', ['The raid + as an act of war | condemned | Norland']],
    ['The plans have been widely praised by two ministers.', ['The plans | praised | two ministers']],
    ['The group issued a statement saying the harbour was safe.', ['the harbour was safe | saying | The group']],
  ])('reads %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('what is no indirect speech', () => {
  it.each([
    'When the bank closed two years later, Norland said enough.',
    'The lesson is clear: you said it would work.',
    'The board struggles to explain the plan.',
    'One minister, who asked not to be named, left.',
    'The plan was condemned to fail.',
    'It was praised by her.',
    'She praised him.',
    'The claim that he had lied found few friends.',
    'What Orlova said was a lie.',
    'The bridge was closed on Monday.',
    'He left the room without a word.',
    'The report on the harbour runs to forty pages.',
    'A group called Harbour First met on Tuesday.',
    'Orlova called her sister on Sunday.',
    'The so-called Harbour Plan has no friends.',
    'Norland cast its vote on Friday.',
    'The pledged delegates arrived late.',
    'The criticized plan was shelved.',
    '“The talks are over,” Orlova said on Monday.',
    '“The talks are over,” said Orlova, a former judge.',
    '“The talks are over,” Orlova told reporters in Portmouth, where she lives.',
    'Two people have claims on the house.',
    'The United States and Norland share a border.',
    'The Gulf States and Norland share a border.',
    'The Northern Claims that the port has filed are old.',
    'The turn of the year called to mind an older war.',
    'That is all she said.',
    'He drew the border and closed the port.',
    'Orlova said nothing.',
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

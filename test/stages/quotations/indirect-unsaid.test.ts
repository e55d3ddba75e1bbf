import { describe, expect, it } from 'vitest';
import { found } from './reported.ts';

describe('reports of what nobody said', () => {
  it.each([
    // Refused, avoided, not yet done.
    ['Orlova declined to comment on the sanctions.'],
    ['Orlova refused to say whether the ships would turn back.'],
    ['Harlan refused, however, to condemn the raid.'],
    ['Harlan avoids condemning the invasion of Norland.'],
    ['The envoy stopped short of accusing Norland.'],
    ['The mayor’s task of persuading the council that the bridge was safe is not over.'],
    ['The envoy has yet to condemn the raid on the harbour.'],
    ['Orlova left the hall without saying that the talks were over.'],
    ['She failed to mention the treaty in her speech.'],
    ['The mayor did not respond to requests for comment.'],
    ['He needs to be condemning the raid.'],
    ['The council has failed to protect and defend the harbour.'],
    // Denied to have been said.
    ['He did not say that the war was over.'],
    ['Harlan has never claimed that the bridge was safe.'],
    ['Norland has not demanded elections in the south.'],
    ['Nobody said that the war was over.'],
    ['Neither side has claimed the attack.'],
    ['No minister said that the war was over.'],
    ['Anyone who says that the war was over is a liar.'],
    ['Everybody knows that the war was over.'],
    ['The number saying that the war was over fell.'],
    // Possible, expected, wished, supposed, asked.
    ['She could argue that the law was on her side.'],
    ['Norland could ask its neighbour to open the border.'],
    ['The minister is expected to announce a new embargo.'],
    ['The minister wants to announce a new embargo.'],
    ['Orlova will announce the new embargo on Friday.'],
    ['The delay made it harder for the government to defend the concessions.'],
    ['The letter was an attempt to persuade Norland to end the war.'],
    ['If the ministry says that the ships left, the talks are over.'],
    ['Did the minister say that the ships had left?'],
    ['Nothing in the paper suggests that the war was over.'],
    // Asked of others, depended on, possible only.
    ['Harlan asked that the government also declare the port closed.'],
    ['Hopes rest on Norland agreeing on a plan.'],
    ['Hopes rested on Norland and Ostland agreeing on a plan.'],
    ['It is a prize that Orlova can take home to tell them the war was won.'],
    // What comes to light, what is where, which ones are meant.
    ['Orlova left the talks early, confirming a rumour.'],
    ['The board was so taken with sailors held in the north that it sold the port.'],
    ['Most states that will vote in May are small.'],
    ['Weighing in on the plan, Harlan agreed.'],
    ['They drew up a plan called the “double lock” rule.'],
    ['The army attacked the town for three days.'],
    ['The country must defend itself.'],
    ['Orlova said she had not commented on the raid.'],
    // What a poll asks everybody, and what was said before.
    ['A poll asked whether Norland was a friend of the port.'],
    ['The survey asked voters if they trusted the mayor.'],
    ['Echoing comments he made on Saturday, Harlan left the talks.'],
    ['Harlan echoed remarks that she had made in May.'],
    // Whole sentences do not leave out "is".
    ['The mayor says yes.'],
    ['The mayor says little about the harbour.'],
    // How something went.
    ['The fleet left the harbour, according to plan.'],
    // What a journey is for.
    ['Orlova flew to Ashton to condemn the raid.'],
    ['The crew may visit the harbour to question the guards.'],
    // A number that is estimated.
    ['An estimated 500 ships lay in the harbour.'],
    // A name, a command, a date, what a thing is called.
    ['The board of the United States has concerns of its own.'],
    ['The answer should be the same: arm the fleet, feed the towns, maintain the unity of the league.'],
    ['Another message shared April 11 includes a link to the article.'],
    ['They drew up a plan called the “double lock” approach.'],
    ['After the league had called a “truce,” Harlan responded on the radio, using her own words.'],
    ['Against some of the things he said last year, we tried to bring peace.'],
    // What things and events do.
    ['The violence threatened to tear the country apart.'],
    ['The final session underscored the differences between the two countries.'],
    ['The lights went off over the harbour, suggesting a fault in the cable.'],
    ['There is a plan called Open Harbour.'],
    ['The officials insisted on anonymity because the talks were secret.'],
    ['The ministry said it does not comment on investigations of the port.'],
    ['In a letter describing the call, Orlova left.'],
    ['Harlan called senior officials to testify.'],
    ['A spokeswoman referred reporters to the ministry.'],
    ['The ministry denied visas to ten sailors.'],
    ['Orlova, nicknamed Iron Ina by the sailors, left.'],
    ['In Norland they call it a saltbox.'],
    ['The effects run counter to the fear that prices would rise.'],
    ['The strike added to the fear that prices would rise.'],
    ['Asked what the ministry would do now, Orlova left.'],
    ['The country tries to defend itself against Norland.'],
    ['The visit was an unprecedented refusal by a president to believe the court.'],
    ['Ministers in the south laughed at the ministry’s professed love of peace.'],
    ['The group keeps this proposed zone free of arms.'],
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('reports that look alike and do say something', () => {
  it.each([
    ['Orlova would later say that the war was over.', ['the war was over | say | Orlova']],
    ['Orlova would only say that the war was over.', ['the war was over | say | Orlova']],
    ['Orlova did not rule out new talks.', ['new talks | rule out | Orlova']],
    ['Orlova would not rule out new talks.', ['new talks | rule out | Orlova']],
    ['Orlova took the stage to say that the war was over.', ['the war was over | say | Orlova']],
    ['Harlan used the visit to condemn the raid on the harbour.', ['the raid on the harbour | condemn | Harlan']],
    ['The ministry went further, suggesting the ships had left.', ['the ships had left | suggesting | The ministry']],
    ['His remarks in May said that the war was over.', ['the war was over | said | His remarks in May']],
    [
      'Orlova said the plan was ready and called the delay “a shame”.',
      ['the plan was ready | said | Orlova', 'the delay “a shame” | called | Orlova'],
    ],
    ['Norland denied any part in the raid.', ['any part in the raid | denied | Norland']],
    ['Orlova denies the charge.', ['the charge | denies | Orlova']],
    ['We are told that the port is closed.', ['the port is closed | told | -']],
    ['Orlova said the comment was wrong.', ['the comment was wrong | said | Orlova']],
    // Gerunds, long adjuncts and relative clauses behind other verbs than "say".
    ['Norland denied selling arms to the rebels.', ['selling arms to the rebels | denied | Norland']],
    ['Both leaders warned against using the bridge.', ['using the bridge | warned against | Both leaders']],
    ['Officials have said in interviews over the last six weeks that the link was cut.', ['the link was cut | said | Officials']],
    ['Norland freed ten soldiers who Orlova insists had lost their way.', ['had lost their way | insists | Orlova']],
  ])('reads %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

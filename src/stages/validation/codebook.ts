/** codebook.md: what the coders are told. It is written once; from then on it is the user's own. */

/** What the text depends on. */
export interface CodebookFacts {
  readonly sides: readonly string[];
  readonly coders: readonly string[];
  readonly overlap: number;
}

/** The text, for the two sides of the job. Change it as your study needs, before anybody codes; detente never writes it again. */
export function writeCodebook({ sides, coders, overlap }: CodebookFacts): string {
  const [first = 'the first side', second = 'the second side'] = sides;
  return `# Codebook: statements about relations between ${first} and ${second}

Edit this page before coding begins; it is never written over. Coders: ${coders.join(', ')}. ${overlap} statements are on every sheet, to measure how well coders
agree. Code alone, do not talk about single statements before all are coded, and do not look at detente's scores.

One row is one statement. \`text\` holds its words; \`context\` shows the sentences around it, the statement between ⟦ and ⟧. Judge what the speaker says, not
whether you agree, and not what the article thinks of it. Leave a row empty if you have not read it yet. Yes can be written yes, y, x or 1; no can be no, n or 0.

| column | question | answers |
|-|-|-|
| is_statement | Are these words something that somebody said, wrote or is reported to have said? No for titles of works, scare quotes, slogans, the paper's own words. | yes, no |
| speaker_right | Is \`who\` the person or body that says it, according to the text? Where nobody is named: is it right that nobody can be? | yes, no |
| about_relations | Is it about relations between ${first} and ${second}: what one does to, wants from, agrees or quarrels about with the other? | yes, no |
| tone | How does the statement stand toward cooperation between the two? Only where about_relations is yes. | -2, -1, 0, 1, 2 |
| date_right | Is \`when\` the day, month or year on which it was said, according to the text? | yes, no |
| note | Anything that the study should know. | free text |

## The scale

| tone | meaning | for example |
|-|-|-|
| -2 | hostile: threatens, condemns, ends or refuses cooperation | "We will answer every one of their provocations, and they will regret it." |
| -1 | critical: blames, warns, doubts, regrets | "Their latest proposal is a step back." |
| 0 | matter-of-fact or balanced: no side taken for or against cooperation | "The delegations meet in Geneva on Tuesday." |
| 1 | open: hopes, offers, welcomes, with conditions or in part | "If they keep the treaty, we will keep it too." |
| 2 | cooperative: agrees, praises, promises, celebrates joint work | "This agreement is a victory for both of our peoples." |

A statement that praises one thing and condemns another gets what it comes to on the whole; if the two weigh the same, 0. Irony counts as what is meant. A
question counts as what it suggests. What the speaker says of third countries counts only as far as it bears on ${first} and ${second}.
`;
}

/** Who a source phrase means: an ordered list of rules, the first that knows decides. */
import type { Span } from '../../core/model/articles.ts';
import type { Attribution, Speaker } from '../../core/model/statements.ts';
import type { Member } from './cast.ts';
import type { Decision, Running } from './decision.ts';
import { bodySpeaker, groupSpeaker } from './group-pronouns.ts';
import { nounSpeaker } from './noun-speaker.ts';
import { holderOf } from './offices.ts';
import { type Phrase, readPhrase } from './phrase.ts';
import { antecedentOf } from './relatives.ts';
import { onDay } from './role-on-day.ts';
import type { Scene } from './scene.ts';
import { textOf } from './tokens.ts';

interface SourceRule {
  readonly id: string;
  readonly certainty: Attribution['certainty'];
  readonly find: (phrase: Phrase, scene: Scene, around: Around) => Speaker | null;
}

/** What a source phrase stands in. */
export interface Around {
  readonly running: Running | null;
  readonly isHeadline: boolean;
}

/** A party and a state, as behind a lawmaker's name. */
const PARTY_TAG = /^[RDI]\s?[-–.,]\s?\p{Lu}[\p{L}. ]{0,12}$/u;
const ONE_OF_SEVERAL = new Set(['a', 'an', 'one', 'another', 'some']);
/** Those who are sent somewhere: "the ambassador to the United Nations" is another than the one in Moscow. */
const POSTED = new Set(['ambassador', 'diplomat', 'envoy', 'representative', 'consul', 'negotiator']);
const POST = /^(?:to|in|at) (?:the )?\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)*/u;
const RELATIVES = new Set(['who', 'whom', 'whose', 'which', 'that']);

/** Names first, then what stands for a name; the phrase's own words come last, so that a body or group keeps them. */
const RULES: readonly SourceRule[] = [
  { id: 'source-name', certainty: 'known', find: (phrase, scene) => memberSpeaker(phrase.naming?.member, scene) },
  { id: 'source-name-after', certainty: 'known', find: nameAfter },
  { id: 'source-name-after', certainty: 'known', find: nameAtEnd },
  { id: 'source-name-after', certainty: 'known', find: nameBehindComma },
  { id: 'source-headline', certainty: 'known', find: headlineSpeaker },
  { id: 'source-pronoun', certainty: 'implied', find: pronounSpeaker },
  { id: 'source-group-pronoun', certainty: 'implied', find: groupSpeaker },
  { id: 'source-body-pronoun', certainty: 'implied', find: bodySpeaker },
  { id: 'source-relative', certainty: 'implied', find: relativeSpeaker },
  { id: 'source-role', certainty: 'implied', find: roleSpeaker },
  { id: 'source-office', certainty: 'implied', find: officeSpeaker },
  { id: 'source-noun', certainty: 'known', find: nounSpeaker },
];

/** Resolves the tokens of a source. */
export function resolveSource(tokens: Span, scene: Scene, around: Around): Decision {
  const phrase = readPhrase(scene.reading, withoutRelative(withoutTag(tokens, scene), scene), scene.namingAt);
  for (const rule of RULES) {
    const speaker = rule.find(phrase, scene, around);
    if (speaker) return { speaker, rule: rule.id, certainty: rule.certainty };
  }
  return { speaker: null, rule: 'source-unresolved', certainty: 'implied' };
}

/** "R-S.C." in "Sen. Ann Low, R-S.C., said": the name before the tag. */
function withoutTag(tokens: Span, scene: Scene): Span {
  if (!PARTY_TAG.test(textOf(scene.reading, tokens))) return tokens;
  const before = scene.reading.tokens[tokens[0] - 1]?.text === ',' ? tokens[0] - 1 : tokens[0];
  const naming = scene.namingAt(before - 1);
  return naming ? naming.mention.whole : tokens;
}

/** "a bill that … which the envoy said", "what experts call": the subject stands behind the relative word. */
function withoutRelative([first, end]: Span, { reading }: Scene): Span {
  const isFollowed = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(reading.tokens[first + 1]?.pos ?? '');
  return end - first > 1 && isFollowed && /^(?:which|what|whom|whatever)$/i.test(reading.tokens[first]?.text ?? '')
    ? [first + 1, end]
    : [first, end];
}

function memberSpeaker(member: Member | undefined, scene: Scene): Speaker | null {
  return member ? scene.speakerOf(member) : null;
}

function pronounSpeaker(phrase: Phrase, scene: Scene): Speaker | null {
  if (phrase.kind !== 'pronoun') return null;
  return memberSpeaker(scene.cast.members[scene.discourse.pronouns.get(phrase.core[0]) ?? -1], scene);
}

/** "Trump campaign spokeswoman" right before "Hope Hicks", "the envoy (Ann Low)": the name belongs to the source. */
function nameAfter(phrase: Phrase, scene: Scene): Speaker | null {
  const isBracketed = textOf(scene.reading, [phrase.tokens[1], phrase.tokens[1] + 1]) === '(';
  const naming = phrase.kind === 'noun' ? scene.namingAt(phrase.tokens[1] + (isBracketed ? 1 : 0)) : null;
  if (!naming || naming.mention.isPossessive || phrase.core[1] !== phrase.tokens[1] || !scene.roster.vocabulary.roles.has(phrase.head))
    return null;
  return memberSpeaker(naming.member, scene);
}

/** "the deputy chairman of the central bank Pavel Sorin", "the ambassador to Norland Ann Low", "the secretary of state spokesman Ned Low": an office, whose it is, and right behind it the name. */
function nameAtEnd(phrase: Phrase, scene: Scene): Speaker | null {
  const { titles, roles, demonyms, institutions, sourceNouns } = scene.roster.vocabulary;
  if (phrase.kind !== 'noun' || !(roles.has(phrase.head) || titles.has(phrase.head))) return null;
  const naming = scene.namingAt(phrase.tokens[1] - 1);
  if (!naming || naming.mention.isPossessive || naming.mention.tokens[1] !== phrase.tokens[1]) return null;
  const between = textOf(scene.reading, [phrase.core[1], naming.mention.tokens[0]]);
  if (/^of .* (?:spokes(?:man|woman|person)|aide|advis[eo]r)$/.test(between)) return memberSpeaker(naming.member, scene);
  const owner = between.split(' ').at(-1)?.toLowerCase() ?? '';
  // "a spokeswoman for Secretary of State Ada Lund" is another than Ada Lund.
  if (between.split(' ').some((word) => titles.get(word.toLowerCase())?.kind === 'official')) return null;
  const isOwner = demonyms.get(owner)?.kind === 'place' || institutions.has(owner) || sourceNouns.get(owner) === 'group';
  return isOwner && /^(?:of|to|for|at|in) [^,;]*$/.test(between) ? memberSpeaker(naming.member, scene) : null;
}

/** "a former candidate -- Ada Lund, who lost -- said": the name that stands in apposition to a role, between commas or dashes. */
function nameBehindComma(phrase: Phrase, scene: Scene): Speaker | null {
  const { tokens } = scene.reading;
  if (phrase.kind !== 'noun' || !scene.roster.vocabulary.roles.has(phrase.head) || !APPOSED.test(tokens[phrase.tokens[1]]?.text ?? ''))
    return null;
  const first = phrase.tokens[1] + (tokens[phrase.tokens[1] + 1]?.lower === 'former' ? 2 : 1);
  let at = first;
  while (at < first + LONGEST_TITLE && !scene.namingAt(at)) at++;
  const naming = scene.namingAt(at);
  if (!naming || naming.mention.isPossessive) return null;
  if (tokens.slice(first, naming.mention.whole[0]).some(({ text }) => !/^(?:\p{Lu}|of$)/u.test(text))) return null;
  const end = naming.mention.tokens[1];
  return APPOSED.test(tokens[end]?.text ?? '') && tokens[end + 1]?.lower !== 'and' ? memberSpeaker(naming.member, scene) : null;
}

/** Tokens of "Secretary of State" before a name. */
const LONGEST_TITLE = 6;
const APPOSED = /^(?:,|—|–|-|--)$/;

/** "Elizabeth Low Hammers Bank CEO: …" and "A lesson from Ada Lund: …": in a headline the first name speaks. */
function headlineSpeaker(phrase: Phrase, scene: Scene, around: Around): Speaker | null {
  if (!around.isHeadline || phrase.kind === 'pronoun') return null;
  for (let at = phrase.tokens[0]; at < phrase.tokens[1]; at++) {
    const naming = scene.namingAt(at);
    if (naming && !naming.mention.isPossessive) return memberSpeaker(naming.member, scene);
  }
  return null;
}

function relativeSpeaker(phrase: Phrase, scene: Scene): Speaker | null {
  if (phrase.kind !== 'pronoun' || !RELATIVES.has(phrase.pronoun)) return null;
  const antecedent = antecedentOf(phrase.core[0], scene);
  if (antecedent.naming) return memberSpeaker(antecedent.naming.member, scene);
  if (antecedent.nouns[1] === antecedent.nouns[0]) return null;
  const noun: Phrase = { ...phrase, kind: 'noun', core: antecedent.nouns };
  return roleSpeaker(noun, scene) ?? nounSpeaker(noun, scene);
}

function roleSpeaker(phrase: Phrase, scene: Scene): Speaker | null {
  if (phrase.kind !== 'noun') return null;
  return memberSpeaker(scene.cast.members[scene.discourse.roles.get(phrase.core[1] - 1) ?? -1], scene);
}

/** "the Russian foreign minister" in an article that does not name him; "a Russian diplomat" is one of several. */
function officeSpeaker(phrase: Phrase, scene: Scene): Speaker | null {
  if (phrase.kind !== 'noun' || scene.date === null || isOneOfSeveral(phrase, scene)) return null;
  const words = textOf(scene.reading, phrase.core).replace(/['’]s\b/g, '');
  const where = POSTED.has(phrase.head) ? (POST.exec(textOf(scene.reading, [phrase.core[1], phrase.tokens[1]]))?.[0] ?? '') : '';
  const isElect = /\belect$/.test(words);
  const isOfCountry = isElect || words.split(/\s+/).some((word) => scene.roster.vocabulary.demonyms.has(word.toLowerCase()));
  const holder = isOfCountry ? holderOf(`${words} ${where}`, scene.date, scene.roster.offices) : null;
  return holder && onDay(holder.listed.speaker, { date: scene.date, roster: scene.roster, told: 'official' });
}

function isOneOfSeveral({ tokens, core }: Phrase, { reading }: Scene): boolean {
  return reading.tokens.slice(tokens[0], core[0]).some(({ lower }) => ONE_OF_SEVERAL.has(lower));
}

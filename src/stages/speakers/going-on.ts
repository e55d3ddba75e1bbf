/** "…,” he added": a verb of going on leaves the words with the one who spoke last. */
import type { Quotation } from '../../core/model/statements.ts';
import type { Decision, Running } from './decision.ts';
import type { Scene } from './scene.ts';

const GOING_ON = /^(?:add(?:s|ed)|continue[sd]|went on|goes on|conclude[sd])$/i;
const GENDERS: Readonly<Record<string, string>> = { he: 'male', she: 'female' };
/** Paragraphs back to where they spoke. */
const FARTHEST = 1;

/** The running speaker, where "he" or "she" goes on and can be that person; null leaves the pronoun to the other rules. */
export function goesOn({ source, cue }: Quotation, scene: Scene, running: Running | null): Decision | null {
  if (!running?.isPerson || !source || !cue || !GOING_ON.test(scene.article.text.slice(...cue))) return null;
  const asked = GENDERS[scene.article.text.slice(...source).toLowerCase()];
  if (asked === undefined || scene.paragraphAt(source[0]) - running.paragraph > FARTHEST) return null;
  const member = scene.cast.members.find((one) => scene.speakerOf(one).id === running.speaker.id);
  if (!member || (member.gender !== null && member.gender !== asked)) return null;
  return { speaker: running.speaker, rule: 'source-goes-on', certainty: 'implied' };
}

/** What a part of the program found no fault in is remembered, so that the same contents are not looked through twice. */
import { identifyPart, type Part } from './own-code.ts';
import { isRemembered, memoryFolder, remember } from './remembered.ts';

/** Whether contents are known to be right, and a way to say that they are. */
export interface Known {
  readonly isRight: boolean;
  remember(): void;
}

/** What is known of contents by a hash of them, of the part that looks for faults with its libraries, of what it is told, and of the version of Node. */
export function knownRight(part: Part, told: unknown, contents: readonly string[]): Known {
  const memory = memoryFolder(process.env);
  const name = identifyPart(part, [told, process.versions.node], contents);
  return { isRight: isRemembered(name, memory), remember: () => remember(name, memory) };
}

/** Who speaks, in words. */
import type { Speaker } from "../domain";
import type { Phrase } from "../locale";
import { segmentName } from "./phrase";

/** @returns who spoke, as it was then: the name a person gave, the description, or what the reviewers share, with the voice where there are several */
export function speakerName({ name, description, basis, voice, voices }: Speaker, phrase: Phrase): string {
  if (description !== undefined) return name ?? description;
  const shared = name ?? segmentName({ basis }, phrase);
  return voices > 1 ? phrase("ask_persona_voice", { name: shared, n: voice, of: voices }) : shared;
}

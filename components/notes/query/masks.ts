import type { CodingMasks } from "../../../lib/report/codes";
import {
  findPersonalData,
  maskPersonalData,
  maskWithin,
  PERSONAL_KINDS,
  type PersonalMarks,
  type PersonalSpan,
} from "../../../lib/understand/personal-data";
import type { Texts } from "../../texts";
import type { PanelView } from "../../view";

/** @returns what hides personal data in files; each body is looked through once, however many passages are cut from it */
export function masksFor({ subject }: Pick<PanelView, "subject">, phrase: Texts["phrase"]): CodingMasks {
  const marks = Object.fromEntries(PERSONAL_KINDS.map((kind) => [kind, phrase("codeMark", { kind })])) as PersonalMarks;
  const notPersons = [subject?.name, subject?.brand].filter((name) => name !== undefined);
  const found = new Map<string, PersonalSpan[]>();
  return {
    text: (text) => maskPersonalData(text, undefined, { notPersons }, marks),
    passage: (text, passage, review) => {
      const key = `${review?.id} ${text}`;
      const spans =
        found.get(key) ??
        findPersonalData(text, review?.language, { ...(review?.author ? { author: review.author } : {}), notPersons });
      found.set(key, spans);
      return maskWithin(text, passage, spans, marks);
    },
  };
}

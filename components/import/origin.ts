/** Where imported reviews come from, in words. */
import { isBrought, originOf } from "../../lib/collect/files/address";
import type { Subject } from "../../lib/domain";
import type { Phrase } from "../../lib/locale";

/** The site of a subject, or the file that brought it. */
export function siteText({ url, site }: Pick<Subject, "url" | "site">, phrase: Phrase): string {
  if (!isBrought(url)) return site;
  return site ? phrase("fromFile", { name: site }) : phrase("fromPasted");
}

/** Where a review without a page comes from; undefined when there is a page to go to. */
export function originText(url: string, phrase: Phrase): string | undefined {
  const origin = originOf(url);
  if (!origin) return undefined;
  return origin.how === "file" ? phrase("fromFile", { name: origin.name }) : phrase("fromPasted");
}

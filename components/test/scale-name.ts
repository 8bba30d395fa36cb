import { SCALE_NAMES, type Scale } from "../../lib/domain";
import { selector, useTexts } from "../texts";

/** @returns what a scale is called: the name a person gave, else what is asked with it, in the reader's language */
export function useScaleName(): (scale: Pick<Scale, "id" | "name" | "basedOn">) => string {
  const { phrase } = useTexts();
  return ({ id, name, basedOn }) => {
    const known = SCALE_NAMES.find((one) => one === id) ?? basedOn;
    return name || (known ? phrase("testScaleName", { scale: selector(known) }) : id);
  };
}

import { segmentName } from "../../lib/ask/phrase";
import type { Segment } from "../../lib/domain";
import { useTexts } from "../texts";

/** @returns what a group is called: the name a person gave, else what its reviewers share */
export function useGroupName(): (segment: Segment) => string {
  const { phrase } = useTexts();
  return (segment) => segment.name || segmentName(segment, phrase);
}

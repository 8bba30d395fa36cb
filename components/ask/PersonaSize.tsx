import { countReviewers } from "../../lib/ask/material";
import type { Persona } from "../../lib/domain";
import { onlyValues } from "../../lib/report/facets";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";

/** How many reviewers stand behind a persona, and a word of caution when they are few. */
export function PersonaSize({ persona, links }: { persona: Persona; links: EvidenceLinks }) {
  const { phrase, percent } = useTexts();
  const { segment } = persona;
  const peopleBehind = (ids: readonly string[]) => countReviewers(ids.flatMap((id) => links.reviewOf(id) ?? []));
  const people = peopleBehind(persona.reviewIds);
  return (
    <p class="sub">
      <button type="button" class="link" onClick={() => links.openReviews(onlyValues("segment", segment.id))}>
        {persona.voices > 1
          ? phrase("askVoiceSize", { n: people, of: peopleBehind(segment.reviewIds) })
          : phrase("ask_segment_size", { n: people })}
      </button>
      {persona.voices > 1
        ? ` · ${phrase("askVoicePlace", { n: persona.voice, of: persona.voices })}`
        : ` · ${phrase("shareOfAll", { share: percent(segment.share) })}`}
      {persona.brought && ` · ${phrase("personaFromFile")}`}
      {segment.gone && <span class="gone">{phrase("segmentsGone", { count: segment.gone.length })}</span>}
      {segment.thin && <span class="thin">{phrase("ask_segment_thin")}</span>}
    </p>
  );
}

import { useMemo } from "preact/hooks";
import type { Evidence } from "../../lib/report/evidence";
import { onlyValues } from "../../lib/report/facets";
import { emotionRows } from "../../lib/report/intent-rows";
import { type SatisfactionFigures, satisfactionOf } from "../../lib/report/satisfaction";
import { HowGood } from "../figures/HowGood";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { Fold } from "./Fold";

/** How satisfied people are, whether they would recommend it, and what they feel: estimates from the texts, with what is known of their error. */
export function Satisfaction({ evidence, links }: { evidence: Evidence; links: EvidenceLinks }) {
  const { phrase, percent } = useTexts();
  const { satisfied, promoters } = useMemo(() => satisfactionOf(evidence), [evidence]);
  const emotions = useMemo(() => emotionRows(evidence), [evidence]);
  const brief = [
    satisfied && phrase("satisfiedBrief", { share: percent(satisfied.share) }),
    promoters && phrase("promoterBrief", { score: signed(promoters.score) }),
    emotions[0] && phrase("emotionName", { emotion: emotions[0].emotion }),
  ].filter(Boolean);
  return (
    <Fold title={phrase("satisfaction")} brief={brief.join(" · ") || phrase("satisfactionNone")}>
      {(satisfied || promoters) && (
        <div class="figures">
          {satisfied && <Satisfied figures={satisfied} />}
          {promoters && <Promoters figures={promoters} />}
        </div>
      )}
      {emotions.length > 0 && (
        <>
          <h3>{phrase("emotions")}</h3>
          <ul class="emotions">
            {emotions.map(({ emotion, reviewers }) => (
              <li key={emotion}>
                <button type="button" class="link" onClick={() => links.openReviews(onlyValues("emotion", emotion))}>
                  {phrase("emotionCount", { name: phrase("emotionName", { emotion }), count: reviewers })}
                </button>
              </li>
            ))}
          </ul>
          <HowGood kinds={["emotions"]} />
        </>
      )}
      {brief.length === 0 && <p class="soft">{phrase("satisfactionNone")}</p>}
    </Fold>
  );
}

function Satisfied({ figures }: { figures: NonNullable<SatisfactionFigures["satisfied"]> }) {
  const { phrase, percent } = useTexts();
  return (
    <div>
      <h3>{phrase("satisfied")}</h3>
      <p class="figure">{percent(figures.share)}</p>
      <p class="sub">{phrase("fromTexts", { count: figures.of })}</p>
      {figures.byStars && (
        <p class="sub">
          {phrase("satisfiedByStars", { share: percent(figures.byStars.share), count: figures.byStars.of })}
        </p>
      )}
      <HowGood kinds={["satisfied"]} />
    </div>
  );
}

function Promoters({ figures }: { figures: NonNullable<SatisfactionFigures["promoters"]> }) {
  const { phrase } = useTexts();
  const { promoters, passives, detractors } = figures;
  return (
    <div>
      <h3>{phrase("promoterEstimate")}</h3>
      <p class="figure">{signed(figures.score)}</p>
      <p class="sub">{phrase("promoterParts", { promoters, passives, detractors })}</p>
      <p class="sub">{phrase("promoterNote")}</p>
      <HowGood kinds={["recommends"]} />
    </div>
  );
}

/** A minus as typeset, and a plus where it is one. */
function signed(score: number): string {
  const whole = Math.round(score);
  return whole < 0 ? `−${-whole}` : whole > 0 ? `+${whole}` : "0";
}

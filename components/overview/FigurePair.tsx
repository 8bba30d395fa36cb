import { onlyValues } from "../../lib/report/facets";
import type { Overview } from "../../lib/report/overview";
import { HowGood } from "../figures/HowGood";
import { SentimentSplit } from "../figures/SentimentSplit";
import { StarHistogram } from "../figures/StarHistogram";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";

/** Every review that gave stars. */
const STARRED = onlyValues("stars", "5", "4", "3", "2", "1");

/** Stars given beside what the words say. */
export function FigurePair({ figures, links }: { figures: Overview; links: EvidenceLinks }) {
  const { phrase, decimal } = useTexts();
  const { stars, words, confidence, contradicting } = figures;
  return (
    <section class="figures" aria-label={phrase("starsAndWords")}>
      <div>
        <h2>{phrase("stars")}</h2>
        {stars ? (
          <>
            <Big figure={decimal(stars.mean)} words={phrase("ofFive")} onOpen={() => links.openReviews(STARRED)} />
            <StarHistogram
              histogram={stars.histogram}
              onOpen={(value) => links.openReviews(onlyValues("stars", String(value)))}
            />
          </>
        ) : (
          <p class="soft">{phrase("noStars")}</p>
        )}
      </div>
      <div>
        <h2>{phrase("whatWordsSay")}</h2>
        {words ? (
          <>
            <Big
              figure={decimal(words.mean)}
              words={phrase("inTheirText")}
              onOpen={() => links.openReviews(new Map())}
            />
            <SentimentSplit words={words} onOpen={(label) => links.openReviews(onlyValues("sentiment", label))} />
            {confidence.unsure > 0 && (
              <button type="button" class="link" onClick={() => links.openReviews(onlyValues("confidence", "unsure"))}>
                {phrase("unsureCount", { count: confidence.unsure })}
              </button>
            )}
            {contradicting.length > 0 && (
              <button type="button" class="link" onClick={() => links.openReviews(onlyValues("contradicts", "yes"))}>
                {phrase("contradictCount", { count: contradicting.length })}
              </button>
            )}
            <HowGood kinds={["sentiment"]} />
          </>
        ) : (
          <p class="soft">{phrase("wordsWaiting")}</p>
        )}
      </div>
    </section>
  );
}

/** A mean, large; it opens the reviews it was made from. */
function Big({ figure, words, onOpen }: { figure: string; words: string; onOpen: () => void }) {
  return (
    <button type="button" class="quiet big" onClick={onOpen}>
      {figure} <small>{words}</small>
    </button>
  );
}

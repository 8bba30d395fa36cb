import { onlyValues } from "../../lib/report/facets";
import type { Overview } from "../../lib/report/overview";
import { SentimentSplit } from "../figures/SentimentSplit";
import { StarHistogram } from "../figures/StarHistogram";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";

/** Stars given beside what the words say. */
export function FigurePair({ figures, links }: { figures: Overview; links: EvidenceLinks }) {
  const { phrase, decimal } = useTexts();
  const { stars, words, contradicting } = figures;
  return (
    <section class="figures" aria-label={phrase("starsAndWords")}>
      <div>
        <h2>{phrase("stars")}</h2>
        {stars ? (
          <>
            <p class="big">
              {decimal(stars.mean)} <small>{phrase("ofFive")}</small>
            </p>
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
            <p class="big">
              {decimal(words.mean)} <small>{phrase("inTheirText")}</small>
            </p>
            <SentimentSplit
              words={words}
              onOpen={(...labels) => links.openReviews(onlyValues("sentiment", ...labels))}
            />
            {contradicting.length > 0 && (
              <button type="button" class="link" onClick={() => links.openReviews(onlyValues("contradicts", "yes"))}>
                {phrase("contradictCount", { count: contradicting.length })}
              </button>
            )}
          </>
        ) : (
          <p class="soft">{phrase("wordsWaiting")}</p>
        )}
      </div>
    </section>
  );
}
